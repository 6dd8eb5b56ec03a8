import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { ConfigError } from '../config.js';
import { KEY_BYTES, open, seal } from './aead.js';
import { isDrawn, keyList, type NamedKey, namedKey } from './key-list.js';
import { MasterKey, type WrappedKey } from './master-key.js';

/** Master keys that this process holds itself: the first locks, every one of them opens. */
export class LocalMasterKey extends MasterKey {
  private keys: readonly NamedKey[] = [];

  /** `read` gives the keys if they may be others than before, or null. */
  constructor(private readonly read: () => readonly NamedKey[] | null) {
    super();
    this.refresh();
  }

  currentId(): Promise<string> {
    this.refresh();
    return Promise.resolve(this.keys[0].id);
  }

  holds(masterKeyId: string): boolean {
    if (this.find(masterKeyId)) return true;
    // Another process may have begun with a new key already.
    this.refresh();
    return this.find(masterKeyId) !== undefined;
  }

  wrap(key: Buffer, bound: string): Promise<WrappedKey> {
    this.refresh();
    const [current] = this.keys;
    return Promise.resolve({ masterKeyId: current.id, wrapped: seal(current.key, key, bound) });
  }

  unwrap({ masterKeyId, wrapped }: WrappedKey, bound: string): Promise<Buffer> {
    const master = this.holds(masterKeyId) ? this.find(masterKeyId) : undefined;
    if (!master) {
      throw new Error(`a data key is locked by the master key ${masterKeyId}, which this process does not have: add it to VIGIL_MASTER_KEYS or its file`);
    }
    return Promise.resolve(open(master.key, wrapped, bound));
  }

  private find(id: string): NamedKey | undefined {
    return this.keys.find((key) => key.id === id);
  }

  private refresh(): void {
    this.keys = this.read() ?? this.keys;
  }
}

export function masterKeysFromText(text: string): LocalMasterKey {
  const keys = keyList(text).map(namedKey);
  let given = false;
  return new LocalMasterKey(() => {
    if (given) return null;
    given = true;
    return keys;
  });
}

/** One key a line, the current one first. The file is read again whenever it was changed, so that keys rotate under way. */
export function masterKeysFromFile(file: string): LocalMasterKey {
  let seen = '';
  return new LocalMasterKey(() => {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) throw new ConfigError(['the file that VIGIL_MASTER_KEYS_FILE names is not there']);
    const state = `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
    if (state === seen) return null;
    const keys = keyList(readFileSync(file, 'utf8'));
    if (keys.length === 0 || !keys.every(isDrawn)) {
      throw new ConfigError(['the file that VIGIL_MASTER_KEYS_FILE names must hold keys of 64 hexadecimal digits, one a line, such as `openssl rand -hex 32` makes']);
    }
    seen = state;
    return keys.map(namedKey);
  });
}

/** Puts a new key before those of the file, whole or not at all: a process reads it at any moment. */
export function addMasterKey(file: string): void {
  const written = readFileSync(file, 'utf8');
  writeFileSync(`${file}.new`, `${randomBytes(KEY_BYTES).toString('hex')}\n${written.trimEnd()}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
