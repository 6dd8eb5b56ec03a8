import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { isDrawn, keyList } from './crypto/key-list.js';
import { MASTER_KEY_VARIABLES, type MasterKeySettings, readMasterKey } from './crypto/master-key-settings.js';
import { ACCOUNTS, derivedUrl } from './database-accounts.js';
import { LIMIT_VARIABLES, type Limits, readLimits } from './limits.js';

/** What the environment decides, read and checked once. Everything else is decided in the code. */
export class Config {
  readonly nodeEnv!: 'development' | 'test' | 'production';
  /** As the owner: migrations, seeding, the operator's command line. Empty where a process is given its own account alone. */
  readonly databaseUrl!: string;
  readonly apiDatabaseUrl!: string;
  readonly workerDatabaseUrl!: string;
  readonly importDatabaseUrl!: string;
  readonly databasePoolSize!: number;
  readonly redisUrl!: string;
  /** Several installations or tests may share one Redis; each keeps to its own prefix. */
  readonly redisPrefix!: string;
  readonly host!: string;
  readonly port!: number;
  readonly workerHealthPort!: number | null;
  readonly jwtSecret!: string;
  readonly masterKey!: MasterKeySettings;
  /** of the blind indexes, in hexadecimal, the current one first */
  readonly indexKeys!: string;
  /** Signs the log: the worker and the command line need it, the API does not. In hexadecimal. */
  readonly auditKey!: string | null;
  /** The secret before this one, while what it sealed is not sealed anew (`vigil rotate-keys`). */
  readonly previousJwtSecret!: string | null;
  readonly accessTokenMinutes!: number;
  /** A session that is not refreshed for so long is over. */
  readonly sessionIdleHours!: number;
  /** So long after it began a session is over in any case. */
  readonly sessionDays!: number;
  readonly limits!: Limits;
  /** Hosts that may be asked though they are on a private network or speak plain HTTP: `host` or `host:port`. */
  readonly privateHosts!: readonly string[];
  /** Whose X-Forwarded-For is believed, and who speaks TLS before us. */
  readonly trustedProxy!: string | null;
  readonly tls!: { certificateFile: string; keyFile: string } | null;
  readonly mail!: { smtpUrl: string; from: string } | null;
  /** The page of the office's client where a new password is chosen; the token follows behind `#`. */
  readonly passwordResetUrl!: string | null;
  readonly openIdConnect!: { issuer: string; clientId: string; clientSecret: string; redirectUrl: string } | null;
  readonly logLevel!: LogLevel;
  /** The zone whose midnight turns the office's day: `asOf` of the morning's list. */
  readonly officeTimeZone!: string;
  /** A number about fewer people is not told outside of the office. */
  readonly smallestCell!: number;
  readonly uploadLimitMegabytes!: number;
  readonly documentLimitMegabytes!: number;
  /** A ClamAV daemon, which reads what is uploaded. */
  readonly scanner!: { host: string; port: number } | null;
  /** Where documents are kept, encrypted; unless they are kept in a bucket. */
  readonly documentsFolder!: string;
  readonly documentsS3!: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string } | null;

  constructor(values: Config) {
    Object.assign(this, values);
    Object.freeze(this);
  }
}

export const DEFAULT_OFFICE_TIME_ZONE = 'America/Detroit';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names every fault of the environment at once, and never the value of a secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not usable: ${faults.join('; ')}.`);
    this.name = 'ConfigError';
  }
}

const MIN_SECRET_LENGTH = 32;
/** Words long enough that a random secret holds one of them less than once in a million. */
const PLACEHOLDER = /change.?me|changeit|replace|placeholder|example|secret|password|your[-_ ]|xxxxxx|1234567/i;
const MIN_DISTINCT_CHARACTERS = 8;
const WEB = ['https:', 'http:'];
const HOST_AND_PORT = /^([\w.-]{1,253}|\[[\da-f:.]+\]):(\d{1,5})$/i;
const HOSTS = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?(,([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?)*$|^$/i;
const THIS_MACHINE = 'localhost,127.0.0.1,[::1]';
const POSTGRES = ['postgres:', 'postgresql:'];
const OWN_VARIABLES = ['VIGIL_API_DATABASE_URL', 'VIGIL_WORKER_DATABASE_URL', 'VIGIL_IMPORT_DATABASE_URL',
  ...MASTER_KEY_VARIABLES, 'VIGIL_INDEX_KEYS', 'VIGIL_AUDIT_KEY',
  'VIGIL_DATABASE_POOL_SIZE', 'VIGIL_REDIS_PREFIX', 'VIGIL_WORKER_HEALTH_PORT',
  'VIGIL_ACCESS_TOKEN_MINUTES', 'VIGIL_OFFICE_TIME_ZONE', 'VIGIL_SMALLEST_CELL', 'VIGIL_UPLOAD_LIMIT_MB',
  'VIGIL_PREVIOUS_JWT_SECRET', 'VIGIL_SESSION_IDLE_HOURS', 'VIGIL_SESSION_DAYS',
  'VIGIL_TRUSTED_PROXY', 'VIGIL_TLS_CERTIFICATE_FILE', 'VIGIL_TLS_KEY_FILE',
  'VIGIL_SMTP_URL', 'VIGIL_MAIL_FROM', 'VIGIL_PASSWORD_RESET_URL',
  'VIGIL_OIDC_ISSUER', 'VIGIL_OIDC_CLIENT_ID', 'VIGIL_OIDC_CLIENT_SECRET', 'VIGIL_OIDC_REDIRECT_URL',
  ...LIMIT_VARIABLES, 'VIGIL_PRIVATE_HOSTS', 'VIGIL_DOCUMENT_LIMIT_MB', 'VIGIL_CLAMD', 'VIGIL_DOCUMENTS_FOLDER',
  'VIGIL_S3_ENDPOINT', 'VIGIL_S3_REGION', 'VIGIL_S3_BUCKET', 'VIGIL_S3_ACCESS_KEY_ID', 'VIGIL_S3_SECRET_ACCESS_KEY'] as const;

/** The process's environment over what `.env` in the working folder says. An empty value is no value. */
export function environment(): Environment {
  const file = resolve('.env');
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return { ...written, ...Object.fromEntries(given) };
}

export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const isProduction = (env.NODE_ENV || 'production') === 'production';
  const read = new Reader(env, faults, isProduction);

  const config = {
    nodeEnv: read.oneOf('NODE_ENV', ['development', 'test', 'production'] as const, 'production'),
    databaseUrl: read.ownerUrl('DATABASE_URL'),
    apiDatabaseUrl: read.accountUrl('VIGIL_API_DATABASE_URL', 'api'),
    workerDatabaseUrl: read.accountUrl('VIGIL_WORKER_DATABASE_URL', 'worker'),
    importDatabaseUrl: read.accountUrl('VIGIL_IMPORT_DATABASE_URL', 'import'),
    databasePoolSize: read.integer('VIGIL_DATABASE_POOL_SIZE', 1, 200, 10),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    redisPrefix: read.text('VIGIL_REDIS_PREFIX', /^[a-z0-9:_-]{1,60}$/i, 'vigil'),
    host: read.text('HOST', /^[0-9a-z.:-]+$/i, '127.0.0.1'),
    port: read.integer('PORT', 0, 65_535, 3000),
    workerHealthPort: env.VIGIL_WORKER_HEALTH_PORT ? read.integer('VIGIL_WORKER_HEALTH_PORT', 0, 65_535, 0) : null,
    jwtSecret: read.secret('JWT_SECRET'),
    masterKey: readMasterKey(read, faults),
    indexKeys: read.keys('VIGIL_INDEX_KEYS'),
    auditKey: env.VIGIL_AUDIT_KEY ? read.oneKey('VIGIL_AUDIT_KEY') : null,
    previousJwtSecret: env.VIGIL_PREVIOUS_JWT_SECRET ? read.secret('VIGIL_PREVIOUS_JWT_SECRET') : null,
    accessTokenMinutes: read.integer('VIGIL_ACCESS_TOKEN_MINUTES', 1, 60, 30),
    sessionIdleHours: read.integer('VIGIL_SESSION_IDLE_HOURS', 1, 24 * 7, 12),
    sessionDays: read.integer('VIGIL_SESSION_DAYS', 1, 30, 7),
    limits: readLimits(read, isProduction),
    privateHosts: read.text('VIGIL_PRIVATE_HOSTS', HOSTS, isProduction ? '' : THIS_MACHINE).toLowerCase().split(',').filter((host) => host !== ''),
    trustedProxy: env.VIGIL_TRUSTED_PROXY ? read.text('VIGIL_TRUSTED_PROXY', /^[0-9a-z.:/]+(,[0-9a-z.:/]+)*$/i, '') : null,
    tls: read.together({ certificateFile: read.path('VIGIL_TLS_CERTIFICATE_FILE'), keyFile: read.path('VIGIL_TLS_KEY_FILE') },
      'VIGIL_TLS_CERTIFICATE_FILE and VIGIL_TLS_KEY_FILE'),
    mail: read.together({ smtpUrl: read.optionalUrl('VIGIL_SMTP_URL', ['smtp:', 'smtps:']), from: read.optional('VIGIL_MAIL_FROM', /^[^\r\n]{3,200}$/) },
      'VIGIL_SMTP_URL and VIGIL_MAIL_FROM'),
    passwordResetUrl: read.optionalUrl('VIGIL_PASSWORD_RESET_URL', WEB),
    openIdConnect: read.together({
      issuer: read.optionalUrl('VIGIL_OIDC_ISSUER', WEB),
      clientId: read.optional('VIGIL_OIDC_CLIENT_ID', /^[\x21-\x7e]{1,300}$/),
      clientSecret: read.credential('VIGIL_OIDC_CLIENT_SECRET', /^[\x21-\x7e]{8,500}$/),
      redirectUrl: read.optionalUrl('VIGIL_OIDC_REDIRECT_URL', WEB),
    }, 'VIGIL_OIDC_ISSUER, VIGIL_OIDC_CLIENT_ID, VIGIL_OIDC_CLIENT_SECRET and VIGIL_OIDC_REDIRECT_URL'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    officeTimeZone: read.timeZone('VIGIL_OFFICE_TIME_ZONE', DEFAULT_OFFICE_TIME_ZONE),
    smallestCell: read.integer('VIGIL_SMALLEST_CELL', 2, 1_000, 11),
    uploadLimitMegabytes: read.integer('VIGIL_UPLOAD_LIMIT_MB', 1, 5_000, 2_000),
    documentLimitMegabytes: read.integer('VIGIL_DOCUMENT_LIMIT_MB', 1, 2_000, 100),
    scanner: read.hostAndPort('VIGIL_CLAMD'),
    documentsFolder: read.text('VIGIL_DOCUMENTS_FOLDER', /^[^\0]{1,4000}$/, '.local/documents'),
    documentsS3: read.together({
      endpoint: read.optionalUrl('VIGIL_S3_ENDPOINT', WEB),
      region: read.optional('VIGIL_S3_REGION', /^[a-z0-9-]{1,60}$/),
      bucket: read.optional('VIGIL_S3_BUCKET', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
      accessKeyId: read.optional('VIGIL_S3_ACCESS_KEY_ID', /^[\x21-\x7e]{3,200}$/),
      secretAccessKey: read.credential('VIGIL_S3_SECRET_ACCESS_KEY', /^[\x21-\x7e]{8,500}$/),
    }, 'VIGIL_S3_ENDPOINT, VIGIL_S3_REGION, VIGIL_S3_BUCKET, VIGIL_S3_ACCESS_KEY_ID and VIGIL_S3_SECRET_ACCESS_KEY'),
  };
  // A misspelt name would otherwise be a setting that silently does nothing.
  for (const name of Object.keys(env)) {
    if (name.startsWith('VIGIL_') && !(OWN_VARIABLES as readonly string[]).includes(name)) {
      faults.push(`${name} is not a variable of this program (those are ${OWN_VARIABLES.join(', ')})`);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return new Config(config);
}

class Reader {
  constructor(private readonly env: Environment, private readonly faults: string[], private readonly isProduction: boolean) {}

  oneOf<const T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const text = this.env[name] || otherwise;
    const found = allowed.find((value) => value === text);
    if (found === undefined) this.faults.push(`${name} must be one of ${allowed.join(', ')}`);
    return found ?? otherwise;
  }

  integer(name: string, least: number, most: number, otherwise: number): number {
    const text = this.env[name] || String(otherwise);
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) this.faults.push(`${name} must be a whole number from ${least} to ${most}`);
    return value;
  }

  text(name: string, allowed: RegExp, otherwise: string): string {
    const text = this.env[name] || otherwise;
    if (!allowed.test(text)) this.faults.push(`${name} must match ${allowed.source}`);
    return text;
  }

  url(name: string, protocols: readonly string[]): string {
    const text = this.env[name] ?? '';
    const protocol = URL.canParse(text) ? new URL(text).protocol : null;
    if (protocol === null || !protocols.includes(protocol)) {
      this.faults.push(`${name} must be a URL beginning with ${protocols.map((p) => `${p}//`).join(' or ')}`);
    } else this.requireReplaced(name, new URL(text).password);
    return text;
  }

  credential(name: string, allowed: RegExp): string | null {
    const text = this.optional(name, allowed);
    this.requireReplaced(name, text ?? '');
    return text;
  }

  /** What another server lets us in by: how long it is is that server's to say, but in production it is none that somebody has yet to replace. */
  private requireReplaced(name: string, credential: string): void {
    if (this.isProduction && PLACEHOLDER.test(credential)) this.faults.push(`${name} holds what looks like a placeholder: generate a random one`);
  }

  optional(name: string, allowed: RegExp): string | null {
    return this.env[name] ? this.text(name, allowed, '') : null;
  }

  hostAndPort(name: string): { host: string; port: number } | null {
    const [, host, port] = HOST_AND_PORT.exec(this.optional(name, HOST_AND_PORT) ?? '') ?? [];
    return port === undefined ? null : { host, port: Number(port) };
  }

  path(name: string): string | null {
    return this.optional(name, /^[^\0]{1,4000}$/);
  }

  optionalUrl(name: string, protocols: readonly string[]): string | null {
    return this.env[name] ? this.url(name, protocols) : null;
  }

  /** Settings that mean something only together: all of them, or none. */
  together<T extends Record<string, string | null>>(values: T, names: string): { [K in keyof T]: string } | null {
    const given = Object.values(values).filter((value) => value !== null);
    if (given.length === 0) return null;
    if (given.length < Object.keys(values).length) this.faults.push(`${names} are set together or not at all`);
    return values as { [K in keyof T]: string };
  }

  /** A process that is given its own account needs no owner's. */
  ownerUrl(name: string): string {
    const enough = this.env.VIGIL_API_DATABASE_URL || this.env.VIGIL_WORKER_DATABASE_URL;
    return !this.env[name] && enough ? '' : this.url(name, POSTGRES);
  }

  accountUrl(name: string, account: keyof typeof ACCOUNTS): string {
    const owner = this.env.DATABASE_URL ?? '';
    if (!this.env[name]) {
      if (!URL.canParse(owner)) return '';
      const derived = derivedUrl(owner, account);
      if (derived === null) this.faults.push(`${name} must be given, as DATABASE_URL has no password from which one could be derived`);
      return derived ?? '';
    }
    const text = this.url(name, POSTGRES);
    const { username, password } = URL.canParse(text) ? new URL(text) : { username: '', password: '' };
    if (username !== ACCOUNTS[account] || password === '') this.faults.push(`${name} must be for the user ${ACCOUNTS[account]}, with a password`);
    return text;
  }

  secret(name: string): string {
    const text = this.env[name] ?? '';
    if (text.length < MIN_SECRET_LENGTH) this.faults.push(`${name} must have at least ${MIN_SECRET_LENGTH} characters`);
    else if (PLACEHOLDER.test(text) || new Set(text).size < MIN_DISTINCT_CHARACTERS) this.faults.push(`${name} looks like a placeholder: generate a random one`);
    return text;
  }

  optionalKeys(name: string): string | null {
    return this.env[name] ? this.keys(name) : null;
  }

  /** Keys of 32 bytes in hexadecimal, separated by commas. */
  keys(name: string): string {
    const text = this.env[name] ?? '';
    const keys = keyList(text);
    if (keys.length === 0 || !keys.every(isDrawn)) {
      this.faults.push(`${name} must be 64 random hexadecimal digits, such as \`openssl rand -hex 32\` makes; former keys follow after commas`);
    }
    return text;
  }

  oneKey(name: string): string {
    const text = this.keys(name).trim();
    if (keyList(text).length > 1) this.faults.push(`${name} is one key`);
    return text;
  }

  timeZone(name: string, otherwise: string): string {
    const text = this.env[name] || otherwise;
    try {
      return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      this.faults.push(`${name} must be a time zone such as America/Detroit`);
      return otherwise;
    }
  }
}
