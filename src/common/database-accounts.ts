import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Who connects to PostgreSQL. The owner migrates, seeds and is the operator's command line; the API and the worker are
 * accounts of their own that own nothing, bypass nothing and may do what the migrations grant them.
 */
export type Process = 'owner' | 'api' | 'worker' | 'import';

/** An import finds people by number across all walls, so it has an account that no request but an import's reaches. */
export const ACCOUNTS = { api: 'vigil_api', worker: 'vigil_worker', import: 'vigil_import' } as const satisfies Record<Exclude<Process, 'owner'>, string>;
export type Account = keyof typeof ACCOUNTS;

export interface DatabaseUrls {
  databaseUrl: string;
  apiDatabaseUrl: string;
  workerDatabaseUrl: string;
  importDatabaseUrl: string;
}

/**
 * The same database under an account of ours, with a password that follows from the owner's: whoever knows the owner's
 * could set it anyway, and from ours the owner's cannot be found. Null where the owner has none to derive it from.
 */
export function derivedUrl(ownerUrl: string, account: Account): string | null {
  const url = new URL(ownerUrl);
  if (url.password === '') return null;
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`database account ${ACCOUNTS[account]}`).digest('base64url');
  url.username = ACCOUNTS[account];
  url.password = password;
  return url.href;
}

/** Those configured, and those that are not, derived. */
export function accountUrls(urls: Pick<DatabaseUrls, 'databaseUrl'> & Partial<DatabaseUrls>): Omit<DatabaseUrls, 'databaseUrl'> {
  const [apiDatabaseUrl, workerDatabaseUrl, importDatabaseUrl] = (['api', 'worker', 'import'] as const).map((account) => {
    const url = urls[`${account}DatabaseUrl`] || derivedUrl(urls.databaseUrl, account);
    if (!url) throw new Error(`There is no password for ${ACCOUNTS[account]}: VIGIL_${account.toUpperCase()}_DATABASE_URL must be given.`);
    return url;
  }) as [string, string, string];
  return { apiDatabaseUrl, workerDatabaseUrl, importDatabaseUrl };
}

/** As whom a process connects. It refuses to start where it was not told. */
export function databaseUrlOf(urls: DatabaseUrls, process: Process): string {
  const url = { owner: urls.databaseUrl, api: urls.apiDatabaseUrl, worker: urls.workerDatabaseUrl, import: urls.importDatabaseUrl }[process];
  if (url === '') throw new Error(`This process connects to the database as ${process === 'owner' ? 'its owner: DATABASE_URL' : `${ACCOUNTS[process]}: VIGIL_${process.toUpperCase()}_DATABASE_URL`} must be given.`);
  return url;
}

/** Before the first migration, which grants them their rights: makes the accounts, or gives them the passwords that are configured. */
export async function ensureAccounts(owner: { query(sql: string): Promise<unknown> }, urls: Omit<DatabaseUrls, 'databaseUrl'>): Promise<void> {
  for (const account of Object.keys(ACCOUNTS) as Account[]) {
    const [name, url] = [ACCOUNTS[account], urls[`${account}DatabaseUrl`]];
    const [role] = await owner.query(`select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful from pg_roles where rolname = '${name}'`) as { powerful: boolean }[];
    if (role?.powerful) throw new Error(`The database role ${name} may do more than it should: it must be no superuser, bypass no row security and create nothing.`);
    if (!role) await create(owner, account, url);
    else if (!(await letsIn(url))) await owner.query(`alter role ${name} login password ${verifierOf(url)}`);
  }
}

async function create(owner: { query(sql: string): Promise<unknown> }, account: Account, url: string): Promise<void> {
  const name = ACCOUNTS[account];
  try {
    await owner.query(`create role ${name} login noinherit password ${verifierOf(url)}`);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === DUPLICATE || code === UNIQUE) return; // another migration on the same server was there first
    if (code !== NOT_ALLOWED) throw error;
    throw new Error(`The owner of the database may not create roles. Have an administrator run \`create role ${name} login\` with a password, `
      + `and name that password in VIGIL_${account.toUpperCase()}_DATABASE_URL.`);
  }
}

const DUPLICATE = '42710';
const UNIQUE = '23505';
const NOT_ALLOWED = '42501';
const WRONG_PASSWORD = '28P01';

async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end();
  }
}

const ITERATIONS = 4096;

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself is in no statement and no log. */
function verifierOf(url: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(decodeURIComponent(new URL(url).password), salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `'SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}'`;
}
