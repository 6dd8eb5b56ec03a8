export const SIGN_IN_METHODS = ['password', 'openid-connect'] as const;
/** What the first step of a sign-in was. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
