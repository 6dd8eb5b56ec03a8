/** How much one may ask, and how long it may take. */
export interface Limits {
  userRequestsPerMinute: number;
  addressRequestsPerMinute: number;
  /** within which a request without a file must have come in whole */
  requestSeconds: number;
  /** the same for one with a file */
  uploadMinutes: number;
  /** for each statement that a route sends to the database */
  statementSeconds: number;
}

export const LIMIT_VARIABLES = [
  'VIGIL_USER_REQUESTS_PER_MINUTE', 'VIGIL_ADDRESS_REQUESTS_PER_MINUTE', 'VIGIL_REQUEST_SECONDS', 'VIGIL_UPLOAD_MINUTES', 'VIGIL_STATEMENT_SECONDS',
] as const;

interface Reads {
  integer(name: (typeof LIMIT_VARIABLES)[number], least: number, most: number, otherwise: number): number;
}

const MOST_PER_MINUTE = 10_000_000;

/** An office signs in behind one address. A trial and a test are asked by programs, as fast as those can. */
export function readLimits(read: Reads, isProduction: boolean): Limits {
  const [user, address] = isProduction ? [1_200, 6_000] : [120_000, 600_000];
  return {
    userRequestsPerMinute: read.integer('VIGIL_USER_REQUESTS_PER_MINUTE', 1, MOST_PER_MINUTE, user),
    addressRequestsPerMinute: read.integer('VIGIL_ADDRESS_REQUESTS_PER_MINUTE', 1, MOST_PER_MINUTE, address),
    requestSeconds: read.integer('VIGIL_REQUEST_SECONDS', 1, 600, 30),
    uploadMinutes: read.integer('VIGIL_UPLOAD_MINUTES', 1, 1_440, 120),
    statementSeconds: read.integer('VIGIL_STATEMENT_SECONDS', 1, 3_600, 30),
  };
}
