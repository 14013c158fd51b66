import { z } from 'zod';

/** Hosts that an issuer may have without https: the own machine's. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const DEPENDENT = [
  'GAINSAY_OIDC_CLIENT_ID',
  'GAINSAY_OIDC_CLIENT_SECRET',
  'GAINSAY_OIDC_NAME',
  'GAINSAY_OIDC_DEFAULT_ROLE',
] as const;

const credential = z
  .string()
  .max(2000, 'is longer than 2000 characters. Copy it again from where the client is registered.')
  .regex(/^[\x20-\x7e]*$/, 'has characters that are not printable ASCII. Copy it again.')
  .optional();

/** The variables of single sign-on. Messages continue the variable's name and never repeat a secret. */
export const singleSignOnEnvironment = {
  GAINSAY_OIDC_ISSUER: z
    .string()
    .refine(
      isIssuer,
      'is not the issuer of an OpenID Connect provider. Write it as the provider does, by https and without query, ' +
        'for instance https://login.example.org/realms/desk, or leave it out for passwords alone.',
    )
    .optional(),
  GAINSAY_OIDC_CLIENT_ID: credential,
  GAINSAY_OIDC_CLIENT_SECRET: credential,
  GAINSAY_OIDC_NAME: z
    .string()
    .trim()
    .max(100, 'is longer than 100 characters. Give the name by which people know the provider.')
    .optional(),
  GAINSAY_OIDC_DEFAULT_ROLE: z
    .enum(
      ['READER', 'CONTRIBUTOR', 'EDITOR'],
      'is not READER, CONTRIBUTOR or EDITOR. Set what people shall be who have no account yet, or leave it out ' +
        'to let in only whom an administrator has invited. Administrators are made by administrators.',
    )
    .optional(),
};

/** A provider of OpenID Connect by which people may sign in. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  /** As whom the provider knows this service, and how that is proved. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name to show. */
  readonly name: string;
  /** What people become who have no account yet; undefined where they are refused. */
  readonly defaultRole: 'READER' | 'CONTRIBUTOR' | 'EDITOR' | undefined;
}

/** What is wrong with the settings of single sign-on together, by each variable. */
export function singleSignOnProblems(
  present: Readonly<Record<string, string | undefined>>,
): [name: string, message: string][] {
  if (present.GAINSAY_OIDC_ISSUER === undefined) {
    const message = 'is set without GAINSAY_OIDC_ISSUER. Set the provider, too, or leave both out.';
    return DEPENDENT.filter((name) => present[name] !== undefined).map((name) => [name, message]);
  }
  const message = 'is missing. Copy it from where the client is registered with GAINSAY_OIDC_ISSUER.';
  return (['GAINSAY_OIDC_CLIENT_ID', 'GAINSAY_OIDC_CLIENT_SECRET'] as const)
    .filter((name) => present[name] === undefined)
    .map((name) => [name, message]);
}

/** @returns undefined where people sign in by password alone */
export function singleSignOnOf(
  values: z.output<z.ZodObject<typeof singleSignOnEnvironment>>,
): SingleSignOnSettings | undefined {
  const { GAINSAY_OIDC_ISSUER: issuer, GAINSAY_OIDC_CLIENT_ID: clientId } = values;
  const { GAINSAY_OIDC_CLIENT_SECRET: clientSecret, GAINSAY_OIDC_DEFAULT_ROLE: defaultRole } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  const name = values.GAINSAY_OIDC_NAME ?? new URL(issuer).host;
  return Object.freeze({ issuer, clientId, clientSecret, name, defaultRole });
}

/** An issuer is an https URL without query and fragment (OpenID Connect Discovery 1.0, section 3); on this machine, http. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return isSafe && [username, password, search, hash].every((part) => part === '');
}
