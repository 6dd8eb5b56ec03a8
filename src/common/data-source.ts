import { DataSource, type DataSourceOptions } from 'typeorm';
import { Foundation1795478400000 } from '../../migrations/0001-foundation.js';
import { SignIn1795478400002 } from '../../migrations/0002-sign-in.js';
import { Walls1795478400003 } from '../../migrations/0003-walls.js';
import { Log1795478400004 } from '../../migrations/0004-log.js';
import { Encryption1795478400005 } from '../../migrations/0005-encryption.js';
import { Documents1795478400006 } from '../../migrations/0006-documents.js';
import { SealedReasons1795478400007 } from '../../migrations/0007-sealed-reasons.js';
import { FirstPasswords1795478400008 } from '../../migrations/0008-first-passwords.js';
import { IceContacts1795478400009 } from '../../migrations/0009-ice-contacts.js';
import { CourtOrders1795478400010 } from '../../migrations/0010-court-orders.js';
import { ClassMemberships1795478400011 } from '../../migrations/0011-class-memberships.js';
import { CounselContacts1795478400012 } from '../../migrations/0012-counsel-contacts.js';
import { DesignatedCountries1795478400013 } from '../../migrations/0013-designated-countries.js';
import { FindingReviews1795478400014 } from '../../migrations/0014-finding-reviews.js';
import { Reports1795478400015 } from '../../migrations/0015-reports.js';
import { ContactDrafts1795478400016 } from '../../migrations/0016-contact-drafts.js';
import { LedgerReferences1795478400017 } from '../../migrations/0017-ledger-references.js';
import { OpenedReasons1795478400018 } from '../../migrations/0018-opened-reasons.js';
import { PeopleOfAnOrder1795478400019 } from '../../migrations/0019-people-of-an-order.js';
import { accountUrls, type DatabaseUrls, ensureAccounts } from './database-accounts.js';
import { setPgTypeParsers } from './pg-types.js';

/** In the order in which they run. */
export const MIGRATIONS = [
  Foundation1795478400000,
  SignIn1795478400002,
  Walls1795478400003,
  Log1795478400004,
  Encryption1795478400005,
  Documents1795478400006,
  SealedReasons1795478400007,
  FirstPasswords1795478400008,
  IceContacts1795478400009,
  CourtOrders1795478400010,
  ClassMemberships1795478400011,
  CounselContacts1795478400012,
  DesignatedCountries1795478400013,
  FindingReviews1795478400014,
  Reports1795478400015,
  ContactDrafts1795478400016,
  LedgerReferences1795478400017,
  OpenedReasons1795478400018,
  PeopleOfAnOrder1795478400019,
];

/** A pool that is exhausted must become an error that somebody reads, never a request that hangs. */
const CONNECTION_WAIT_MS = 10_000;

/** `statementSeconds`: what takes longer is cut off; where it is not said, nothing is. */
export function dataSourceOptions(config: { databaseUrl: string; databasePoolSize: number; statementSeconds?: number }): DataSourceOptions {
  setPgTypeParsers();
  return {
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    applicationName: 'vigil',
    extra: {
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      ...(config.statementSeconds !== undefined && { statement_timeout: config.statementSeconds * 1_000 }),
    },
    migrations: MIGRATIONS,
    // A migration that fails takes only itself back; those before it stay.
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
  };
}

/**
 * Makes the accounts of the API and the worker, runs what has not run yet and returns the names. Two processes that
 * start together wait for one another.
 */
export async function migrate(config: Pick<DatabaseUrls, 'databaseUrl'> & Partial<DatabaseUrls>): Promise<string[]> {
  if (config.databaseUrl === '') throw new Error('Migrations run as the owner of the database: DATABASE_URL must be given.');
  const accounts = accountUrls(config);
  const database = new DataSource(dataSourceOptions({ ...config, databasePoolSize: 2 }));
  await database.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', ['vigil migrations']);
    await ensureAccounts(lock, accounts);
    const ran = await database.runMigrations();
    await lock.query('select pg_advisory_unlock(hashtext($1))', ['vigil migrations']);
    return ran.map(({ name }) => name);
  } finally {
    await lock.release();
    await database.destroy();
  }
}
