import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { Renewable } from '../../graphql/subscriptions/event-batches.js';
import { Loaders } from '../../platform/loading/index.js';
import { AuthenticationService } from './authentication.service.js';
import type { HttpRequest } from './same-origin.js';
import type { Viewer } from './viewer.js';

/** How long a subscriber counts as who they were when they were last looked at, in milliseconds. */
const KNOWN_FOR = 60_000;

/** What every resolver is given of the request. */
export interface GraphqlContext extends Renewable<GraphqlContext> {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
}

/** Makes the context of one GraphQL request. */
@Injectable()
export class GraphqlContextFactory {
  constructor(private readonly authentication: AuthenticationService) {}

  /** @throws UnauthorizedException where a key or a session was sent and is not good */
  async create(request: HttpRequest): Promise<GraphqlContext> {
    const viewer = await this.authentication.viewerOf(request);
    let knownUntil = Date.now() + KNOWN_FOR;
    const renewed = async (): Promise<GraphqlContext> => {
      if (Date.now() > knownUntil) {
        const { role, accountId } = await this.authentication.viewerOf(request);
        knownUntil = Date.now() + KNOWN_FOR;
        if (role !== viewer.role || accountId !== viewer.accountId) {
          throw new UnauthorizedException('You have another role by now: subscribe again.');
        }
      }
      return { viewer, loaders: new Loaders(), renewed };
    };
    return { viewer, loaders: new Loaders(), renewed };
  }
}
