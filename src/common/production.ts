import { type Config, ConfigError } from './config.js';

/** Passwords and tokens must not cross a network in the clear: somebody has to speak TLS, and somebody has to have said who. */
export function refuseUnsafeProduction({ nodeEnv, tls, trustedProxy }: Pick<Config, 'nodeEnv' | 'tls' | 'trustedProxy'>): void {
  if (nodeEnv !== 'production' || tls !== null || trustedProxy !== null) return;
  throw new ConfigError(['in production the API needs TLS of its own (VIGIL_TLS_CERTIFICATE_FILE, VIGIL_TLS_KEY_FILE) or a proxy that speaks it (VIGIL_TRUSTED_PROXY)']);
}
