import type { Config } from '../config.js';
import type { Outbound } from '../outbound/outbound.js';
import { masterKeysFromFile, masterKeysFromText } from './local-master-key.js';
import type { MasterKey } from './master-key.js';
import { MovingMasterKey } from './moving-master-key.js';
import { VaultMasterKey } from './vault-master-key.js';

/** The master key that the office configured. Where both kinds are given, one locks and the other still opens. */
export function masterKeyOf({ masterKey: { masterKeys, masterKeysFile, vault, lockWith } }: Pick<Config, 'masterKey'>, outbound: Pick<Outbound, 'fetch'>): MasterKey {
  const own = masterKeysFile !== null ? masterKeysFromFile(masterKeysFile) : masterKeys !== null ? masterKeysFromText(masterKeys) : null;
  const there = vault && new VaultMasterKey(vault, outbound);
  if (own && there) return lockWith === 'vault' ? new MovingMasterKey(there, own) : new MovingMasterKey(own, there);
  const only = there ?? own;
  if (!only) throw new Error('no master key is configured'); // readConfig refuses that
  return only;
}
