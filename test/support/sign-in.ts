import { generate } from 'otplib';

export interface SignInAnswer {
  next: 'nothing' | 'second-factor' | 'second-factor-enrolment';
  challenge?: string;
  accessToken?: string;
  refreshToken?: string;
  deviceToken?: string;
  recoveryCodes?: string[];
  secret?: string;
}

type Post = (path: string, body: object) => Promise<SignInAnswer>;

/** The code that an authenticator app shows at that instant. */
export const codeAt = (secret: string, at: Date): Promise<string> => generate({ secret, epoch: Math.floor(at.getTime() / 1_000) });

/** Signs in as a client does who has no second factor yet: sets one up where it is asked for. */
export async function signInWith(post: Post, now: Date, email: string, password: string): Promise<SignInAnswer & { secret?: string }> {
  const first = await post('/v1/auth/sign-in', { email, password });
  if (first.next === 'nothing') return first;
  if (first.next === 'second-factor') throw new Error('this user has a second factor, whose secret the test must give');
  const { challenge } = first;
  const { secret } = await post('/v1/auth/second-factor/enrolment', { challenge });
  return { ...(await post('/v1/auth/second-factor/enrolment/confirm', { challenge, code: await codeAt(secret!, now) })), secret };
}
