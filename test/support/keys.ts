import { randomBytes } from 'node:crypto';

const key = (): string => randomBytes(32).toString('hex');

/** What locks and finds what is sealed, for the apps of a test file and for the processes that it starts beside them. */
export const TEST_KEYS = { VIGIL_MASTER_KEYS: key(), VIGIL_INDEX_KEYS: key(), VIGIL_AUDIT_KEY: key() };
