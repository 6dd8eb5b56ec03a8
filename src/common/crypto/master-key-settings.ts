/** Where the master key is: in the environment, in a file, in a service that keeps it; or in two while one moves. */
export interface MasterKeySettings {
  /** in hexadecimal, the current one first; null where a file holds them */
  masterKeys: string | null;
  masterKeysFile: string | null;
  /** a key of the Transit engine of Vault or OpenBao */
  vault: { url: string; mount: string; key: string; tokenFile: string; namespace: string | null } | null;
  /** which of both locks from now on */
  lockWith: 'vault' | 'keys';
}

export const MASTER_KEY_VARIABLES = ['VIGIL_MASTER_KEYS', 'VIGIL_MASTER_KEYS_FILE',
  'VIGIL_VAULT_URL', 'VIGIL_VAULT_KEY', 'VIGIL_VAULT_TOKEN_FILE', 'VIGIL_VAULT_MOUNT', 'VIGIL_VAULT_NAMESPACE', 'VIGIL_LOCK_WITH'] as const;
type Variable = (typeof MASTER_KEY_VARIABLES)[number];

interface Reads {
  optionalKeys(name: Variable): string | null;
  optionalUrl(name: Variable, protocols: readonly string[]): string | null;
  optional(name: Variable, allowed: RegExp): string | null;
  path(name: Variable): string | null;
  text(name: Variable, allowed: RegExp, otherwise: string): string;
  oneOf<const T extends string>(name: Variable, allowed: readonly T[], otherwise: T): T;
  together<T extends Record<string, string | null>>(values: T, names: string): { [K in keyof T]: string } | null;
}

const NAME = /^\w[\w.-]{0,99}$/;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export function readMasterKey(read: Reads, faults: string[]): MasterKeySettings {
  const masterKeys = read.optionalKeys('VIGIL_MASTER_KEYS');
  const masterKeysFile = read.path('VIGIL_MASTER_KEYS_FILE');
  const vault = readVault(read, faults);
  const lockWith = read.oneOf('VIGIL_LOCK_WITH', ['vault', 'keys'], vault ? 'vault' : 'keys');
  const own = [masterKeys, masterKeysFile].filter((given) => given !== null).length;
  if (own > 1 || (own === 0 && vault === null)) {
    faults.push('either VIGIL_MASTER_KEYS or VIGIL_MASTER_KEYS_FILE must give the master keys, or VIGIL_VAULT_URL the service that keeps one');
  } else if (lockWith === 'vault' ? vault === null : own === 0) {
    faults.push('VIGIL_LOCK_WITH names what is not given: `vault` is VIGIL_VAULT_URL, and `keys` are VIGIL_MASTER_KEYS or their file');
  }
  return { masterKeys, masterKeysFile, vault, lockWith };
}

/** Data keys travel there and back, so TLS is spoken, unless it is a sidecar on this very machine. */
function readVault(read: Reads, faults: string[]): MasterKeySettings['vault'] {
  const given = read.together({
    url: read.optionalUrl('VIGIL_VAULT_URL', ['https:', 'http:']), key: read.optional('VIGIL_VAULT_KEY', NAME), tokenFile: read.path('VIGIL_VAULT_TOKEN_FILE'),
  }, 'VIGIL_VAULT_URL, VIGIL_VAULT_KEY and VIGIL_VAULT_TOKEN_FILE');
  const mount = read.text('VIGIL_VAULT_MOUNT', NAME, 'transit');
  const namespace = read.optional('VIGIL_VAULT_NAMESPACE', /^[\w/-]{1,200}$/);
  if (given === null || !URL.canParse(given.url)) return null;
  const { protocol, hostname } = new URL(given.url);
  if (protocol === 'http:' && !LOOPBACK.test(hostname)) faults.push('VIGIL_VAULT_URL must begin with https://, unless it is on the loopback');
  return { ...given, mount, namespace };
}
