import { Injectable } from '@nestjs/common';
import { Loaders } from '../../platform/loading/index.js';
import { AuthenticationService } from './authentication.service.js';
import type { Viewer } from './viewer.js';

/** What every resolver is given of the request. */
export interface GraphqlContext {
  readonly viewer: Viewer;
  readonly loaders: Loaders;
}

/** Makes the context of one GraphQL request. */
@Injectable()
export class GraphqlContextFactory {
  constructor(private readonly authentication: AuthenticationService) {}

  /** @throws UnauthorizedException where a key was sent and is not good */
  async create(request: { headers: { authorization?: string | undefined } }): Promise<GraphqlContext> {
    const viewer = await this.authentication.authenticate(request.headers.authorization);
    return { viewer, loaders: new Loaders() };
  }
}
