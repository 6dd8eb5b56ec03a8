/** On whose behalf a service acts. Services take it as an argument; nothing reads it from the surroundings. */
export interface Actor {
  userId: string;
  role: Role;
  /** names the request or run in log and audit; null where there is none */
  requestId: string | null;
}

/** Co-counsel are outside lawyers, who see the people granted to them; an auditor reads the log and the reports, and no file. */
export const ROLES = ['admin', 'attorney', 'paralegal', 'co-counsel', 'auditor'] as const;
export type SignInRole = (typeof ROLES)[number];
/** `operator` is the command line and the worker; nobody signs in with it. */
export type Role = SignInRole | 'operator';

export const OPERATOR_ID = '00000000-0000-4000-8000-000000000001';

export const operator = (requestId: string | null): Actor => ({ userId: OPERATOR_ID, role: 'operator', requestId });

/** Whom the log names: nobody, while nobody is signed in. */
export type Logged = Pick<Actor, 'requestId'> & { userId: string | null };

export const nobody = (requestId: string | null): Logged => ({ userId: null, requestId });
