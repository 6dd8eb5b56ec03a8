import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TransitServer } from '../../../test/support/transit.js';
import { Outbound } from '../outbound/outbound.js';
import { masterKeysFromText } from './local-master-key.js';
import { MovingMasterKey } from './moving-master-key.js';
import { VaultMasterKey } from './vault-master-key.js';

const PERSON = 'whose it is';
const KEY = 'vigil';
const aKey = (): Buffer => randomBytes(32);

let transit: TransitServer;
let folder: string;
let tokenFile: string;
let outbound: Outbound;

beforeEach(async () => {
  transit = await TransitServer.listen();
  folder = mkdtempSync(join(tmpdir(), 'vigil-token-'));
  tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, 'hvs.first\n', { mode: 0o600 });
  transit.tokens.add('hvs.first');
  transit.makeKey(KEY);
  outbound = new Outbound([new URL(transit.url).host], (address) => Promise.resolve([{ address, family: 4 }]));
});
afterEach(async () => {
  outbound.onApplicationShutdown();
  rmSync(folder, { recursive: true });
  await transit.close();
});

const vault = (more: object = {}): VaultMasterKey =>
  new VaultMasterKey({ url: transit.url, mount: 'transit', key: KEY, tokenFile, namespace: null, ...more }, outbound);

describe('a master key that a service keeps', () => {
  it('locks and opens a data key there, for the person for whom it was locked and nobody else', async () => {
    const [master, key] = [vault(), aKey()];
    const wrapped = await master.wrap(key, PERSON);
    expect(wrapped).toMatchObject({ masterKeyId: 'vault/transit/vigil/v1' });
    expect(wrapped.wrapped.toString()).toMatch(/^vault:v1:/);
    expect(wrapped.wrapped.includes(key)).toBe(false);
    expect(await master.unwrap(wrapped, PERSON)).toEqual(key);
    await expect(master.unwrap(wrapped, 'somebody else')).rejects.toThrow('refused to decrypt with it (400)');
  });

  it('is asked once for what is asked at once, and what does not open fails alone', async () => {
    const [master, keys] = [vault(), Array.from({ length: 251 }, aKey)];
    const wrapped = await Promise.all(keys.map((key, at) => master.wrap(key, `person ${at}`)));
    expect(transit.asked).toEqual(['POST /v1/transit/encrypt/vigil', 'POST /v1/transit/encrypt/vigil']);
    transit.asked.length = 0;
    const opened = await Promise.allSettled(wrapped.map((each, at) => master.unwrap(each, at === 100 ? 'somebody else' : `person ${at}`)));
    expect(opened.map((each) => (each.status === 'fulfilled' ? each.value : null))).toEqual(keys.map((key, at) => (at === 100 ? null : key)));
    expect(transit.asked).toEqual(['POST /v1/transit/decrypt/vigil', 'POST /v1/transit/decrypt/vigil']);
  });

  it('that is rotated there locks under its new version, and opens what the former one locked until that is closed', async () => {
    const [master, key] = [vault(), aKey()];
    const before = await master.wrap(key, PERSON);
    expect(await master.currentId()).toBe('vault/transit/vigil/v1');
    transit.rotate(KEY);
    expect(await master.currentId()).toBe('vault/transit/vigil/v2');
    const after = await master.wrap(key, PERSON);
    expect(after.masterKeyId).toBe('vault/transit/vigil/v2');
    expect(await master.unwrap(before, PERSON)).toEqual(key);
    transit.requireVersion(KEY, 2);
    await expect(master.unwrap(before, PERSON)).rejects.toThrow('refused');
    expect(await master.unwrap(after, PERSON)).toEqual(key);
  });

  it('is asked with the token that stands in the file at that moment', async () => {
    const master = vault();
    transit.tokens.clear();
    transit.tokens.add('hvs.second');
    await expect(master.wrap(aKey(), PERSON)).rejects.toThrow('(403)');
    writeFileSync(tokenFile, 'hvs.second');
    expect(await master.wrap(aKey(), PERSON)).toMatchObject({ masterKeyId: 'vault/transit/vigil/v1' });
    writeFileSync(tokenFile, '\n');
    await expect(master.wrap(aKey(), PERSON)).rejects.toThrow('holds no token');
    rmSync(tokenFile);
    await expect(master.wrap(aKey(), PERSON)).rejects.toThrow('holds no token');
  });

  it('is asked in its namespace', async () => {
    transit.namespace = 'office/legal';
    await expect(vault().currentId()).rejects.toThrow('(403)');
    expect(await vault({ namespace: 'office/legal' }).currentId()).toBe('vault/transit/vigil/v1');
  });

  it('of a service that is sealed or away is not available, which is no refusal', async () => {
    const master = vault();
    const wrapped = await master.wrap(aKey(), PERSON);
    transit.sealed = true;
    await expect(master.unwrap(wrapped, PERSON)).rejects.toMatchObject({ kind: 'unavailable', code: 'KEYS_AWAY_503' });
    await transit.close();
    await expect(master.unwrap(wrapped, PERSON)).rejects.toMatchObject({ kind: 'unavailable' });
    transit = await TransitServer.listen();
  });

  it('tells nothing of what the service said, nor of the token', async () => {
    const refusal = (await vault({ key: 'nobody' }).wrap(aKey(), PERSON).catch((error: unknown) => error)) as Error;
    expect(refusal.message).toBe('the service that keeps the master key refused to encrypt with it (400)');
  });

  it.each([
    ['of another type', { type: 'rsa-4096' }, 'must be of the type'],
    ['that binds nothing to a person', { type: 'aes128-cbc' }, 'must be of the type'],
    ['that is a derived one', { derived: true }, 'derived'],
    ['that can be exported', { exportable: true }, 'taken out'],
    ['that can be backed up in the clear', { allow_plaintext_backup: true }, 'taken out'],
  ])('%s is refused at start', async (_what, settings, sentence) => {
    transit.makeKey(KEY, settings);
    await expect(vault().onModuleInit()).rejects.toThrow(sentence);
  });

  it('that is as it must be is taken at start, and one that is not there is not', async () => {
    await vault().onModuleInit();
    await expect(vault({ key: 'nobody' }).onModuleInit()).rejects.toThrow('refused to read it (404)');
  });
});

describe('moving from keys of the office to a service, and back', () => {
  it('locks with the one, and opens what either has locked', async () => {
    const [own, there, key] = [masterKeysFromText(randomBytes(32).toString('hex')), vault(), aKey()];
    const [byOwn, byThere] = [await own.wrap(key, PERSON), await there.wrap(key, PERSON)];
    for (const [moving, current] of [[new MovingMasterKey(there, own), there], [new MovingMasterKey(own, there), own]] as const) {
      await moving.onModuleInit();
      expect(await moving.currentId()).toBe(await current.currentId());
      expect((await moving.wrap(key, PERSON)).masterKeyId).toBe(await current.currentId());
      expect([await moving.unwrap(byOwn, PERSON), await moving.unwrap(byThere, PERSON)]).toEqual([key, key]);
      expect([byOwn, byThere].map(({ masterKeyId }) => moving.holds(masterKeyId))).toEqual([true, true]);
      expect(moving.holds('ffffffffffff')).toBe(false);
    }
    await expect(there.unwrap(byOwn, PERSON)).rejects.toThrow(byOwn.masterKeyId);
  });
});
