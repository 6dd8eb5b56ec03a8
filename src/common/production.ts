import { type Config, ConfigError } from './config.js';
import type { Log } from './logging.js';

/** Passwords and tokens must not cross a network in the clear: somebody has to speak TLS, and somebody has to have said who. */
export function refuseUnsafeProduction({ nodeEnv, tls, trustedProxy }: Pick<Config, 'nodeEnv' | 'tls' | 'trustedProxy'>): void {
  if (nodeEnv !== 'production' || tls !== null || trustedProxy !== null) return;
  throw new ConfigError(['in production the API needs TLS of its own (VIGIL_TLS_CERTIFICATE_FILE, VIGIL_TLS_KEY_FILE) or a proxy that speaks it (VIGIL_TRUSTED_PROXY)']);
}

type Connections = Pick<Config, 'nodeEnv' | 'databaseUrl' | 'apiDatabaseUrl' | 'workerDatabaseUrl' | 'importDatabaseUrl' | 'redisUrl'>;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** What libpq and `pg` take for a connection that is encrypted in any case. */
const ENCRYPTED_MODES = ['require', 'verify-ca', 'verify-full'];

/** Servers that are spoken to in the clear although they are on another machine, by the variable that names them. With any other server TLS is spoken in any case. */
export function plainConnections(config: Connections): string[] {
  const databases = [config.databaseUrl, config.apiDatabaseUrl, config.workerDatabaseUrl, config.importDatabaseUrl].filter((url) => url !== '');
  return [
    ...(databases.some((url) => isElsewhere(url) && !ENCRYPTED_MODES.includes(new URL(url).searchParams.get('sslmode') ?? '')) ? ['DATABASE_URL (sslmode=verify-full)'] : []),
    ...(isElsewhere(config.redisUrl) && !config.redisUrl.startsWith('rediss:') ? ['REDIS_URL (rediss://)'] : []),
  ];
}

/** Not refused: a network of the containers of one machine is common, and nobody else's. But it is said at every start. */
export function tellPlainConnections(config: Connections, log: Log): void {
  if (config.nodeEnv !== 'production') return;
  const plain = plainConnections(config);
  if (plain.length > 0) log.warn(`these connections leave this machine without TLS, unless it is their own network: ${plain.join(', ')}`);
}

const isElsewhere = (url: string): boolean => URL.canParse(url) && !LOOPBACK.test(new URL(url).hostname);
