import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConfigError } from '../config.js';
import type { Outbound } from '../outbound/outbound.js';
import { KEY_BYTES } from './aead.js';
import { Batched } from '../batched.js';
import { MasterKey, type WrappedKey } from './master-key.js';
import { type Cipher, type Plain, TransitClient, type TransitSettings } from './transit-client.js';

const MOST_AT_ONCE = 250;
/** Those that bind associated data: a key that was locked for one person opens for nobody else. */
const BINDING_TYPES = ['aes256-gcm96', 'chacha20-poly1305', 'xchacha20-poly1305'];
const CIPHERTEXT = /^vault:v([1-9]\d{0,8}):[A-Za-z0-9+/=]+$/;

/**
 * A key of the Transit engine of HashiCorp Vault or OpenBao: it locks and opens there, and never leaves it. A version of
 * it is a master key of its own, so that `vigil rotate-master-key` follows once the key was rotated there.
 */
@Injectable()
export class VaultMasterKey extends MasterKey implements OnModuleInit {
  private readonly transit: TransitClient;
  private readonly locking: Batched<Plain, string>;
  private readonly opening: Batched<Cipher, Buffer>;

  constructor(private readonly settings: TransitSettings, outbound: Pick<Outbound, 'fetch'>) {
    super();
    this.transit = new TransitClient(settings, outbound);
    this.locking = new Batched({ most: MOST_AT_ONCE }, (all) => this.transit.encrypt(all));
    this.opening = new Batched({ most: MOST_AT_ONCE }, (all) => this.transit.decrypt(all));
  }

  /** A process that could read nothing, or whose key could be carried away, does not start. */
  async onModuleInit(): Promise<void> {
    const { type, derived, exportable, plaintextBackup } = await this.transit.readKey();
    const faults = [
      ...(BINDING_TYPES.includes(type) ? [] : [`the key that VIGIL_VAULT_KEY names must be of the type ${BINDING_TYPES.join(' or ')}`]),
      ...(derived ? ['the key that VIGIL_VAULT_KEY names must not be a derived one'] : []),
      ...(exportable || plaintextBackup ? ['the key that VIGIL_VAULT_KEY names can be taken out of its service: make one with `exportable` and `allow_plaintext_backup` off'] : []),
    ];
    if (faults.length > 0) throw new ConfigError(faults);
  }

  async currentId(): Promise<string> {
    const { latestVersion } = await this.transit.readKey();
    return this.idOf(latestVersion);
  }

  holds(masterKeyId: string): boolean {
    return masterKeyId.startsWith(this.idOf(''));
  }

  async wrap(key: Buffer, bound: string): Promise<WrappedKey> {
    const ciphertext = await this.locking.one({ plaintext: key, bound });
    const [, version] = CIPHERTEXT.exec(ciphertext) ?? [];
    if (version === undefined) throw new Error('what the service that keeps the master key locked is not of the form that is known');
    return { masterKeyId: this.idOf(version), wrapped: Buffer.from(ciphertext) };
  }

  async unwrap({ masterKeyId, wrapped }: WrappedKey, bound: string): Promise<Buffer> {
    if (!this.holds(masterKeyId)) throw new Error(`a data key is locked by the master key ${masterKeyId}, and this process has only that of VIGIL_VAULT_KEY`);
    const key = await this.opening.one({ ciphertext: wrapped.toString(), bound });
    if (key.length !== KEY_BYTES) throw new Error('what the service that keeps the master key opened is no data key');
    return key;
  }

  private idOf(version: number | string): string {
    return `vault/${this.settings.mount}/${this.settings.key}/v${version}`;
  }
}
