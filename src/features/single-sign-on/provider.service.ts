import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import type { SingleSignOnSettings } from '../../platform/config/single-sign-on-settings.js';
import type { ForeignProfile } from '../people/index.js';
import type { Attempt } from './attempt.js';
import { SingleSignOnFailed } from './failure.js';
import { profileOf } from './profile.js';
import { providerFailure } from './provider-failure.js';

/** How long the provider may take for one answer, in seconds. */
const PATIENCE = 10;
/** How long what the provider says of itself is believed, in milliseconds. */
const KNOWN_FOR = 60 * 60 * 1000;

/** Somebody for whom the provider vouches. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  /** Asks the provider for what it has not said. @throws SingleSignOnFailed */
  profile(): Promise<ForeignProfile>;
}

/** Speaks OpenID Connect with the one provider that is set, when somebody signs in: the service starts without it. */
@Injectable()
export class ProviderService {
  #known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;

  /**
   * Where to send a browser.
   * @throws SingleSignOnFailed PROVIDER_UNAVAILABLE
   */
  async addressFor(settings: SingleSignOnSettings, attempt: Attempt, returnTo: string): Promise<URL> {
    return buildAuthorizationUrl(await this.configuration(settings), {
      redirect_uri: returnTo,
      scope: 'openid email profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the answer that a browser brought for whoever signed in, which the provider signs.
   * @param returned the address that the browser came back to
   * @throws SingleSignOnFailed
   */
  async vouchedFor(settings: SingleSignOnSettings, attempt: Attempt, returned: URL): Promise<Vouched> {
    const configuration = await this.configuration(settings);
    try {
      const tokens = await authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new SingleSignOnFailed('ANSWER_INVALID');
      const profile = async (): Promise<ForeignProfile> => {
        const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
        const isTold = claims.email !== undefined && claims.email_verified !== undefined;
        return profileOf(isTold || !hasMore ? claims : await moreOf(configuration, tokens.access_token, claims.sub));
      };
      return { issuer: claims.iss, subject: claims.sub, profile };
    } catch (error) {
      throw providerFailure(error);
    }
  }

  /** What the provider says of itself; where it cannot be reached, it is asked again the next time. */
  private async configuration(settings: SingleSignOnSettings): Promise<Configuration> {
    const now = Date.now();
    if (this.#known === undefined || this.#known.until < now) {
      this.#known = { configuration: discovered(settings), until: now + KNOWN_FOR };
    }
    try {
      return await this.#known.configuration;
    } catch (error) {
      this.#known = undefined;
      throw new SingleSignOnFailed('PROVIDER_UNAVAILABLE', { cause: error });
    }
  }
}

function discovered({ issuer, clientId, clientSecret }: SingleSignOnSettings): Promise<Configuration> {
  const server = new URL(issuer);
  // Settings let http through on this machine only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated by the library to stand out
  const plain = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  return discovery(server, clientId, {}, secretAs(clientSecret), {
    execute: [enableNonRepudiationChecks, ...plain],
    timeout: PATIENCE,
  });
}

/** Proves who this service is as the provider wants it; where it does not say, as is the rule (RFC 8414, section 2). */
function secretAs(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

async function moreOf(configuration: Configuration, accessToken: string, subject: string): Promise<object> {
  try {
    return await fetchUserInfo(configuration, accessToken, subject);
  } catch (error) {
    throw providerFailure(error);
  }
}
