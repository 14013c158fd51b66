/** Where a browser is sent to for signing in by the provider. */
export const SINGLE_SIGN_ON_PATH = '/session/oidc';
