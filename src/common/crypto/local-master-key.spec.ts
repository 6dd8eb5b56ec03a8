import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMasterKey, masterKeysFromFile, masterKeysFromText } from './local-master-key.js';

const aKey = () => randomBytes(32).toString('hex');
const DATA_KEY = randomBytes(32);
const PERSON = 'whose it is';

describe('master keys in the environment', () => {
  it('lock with the first and open with every one', async () => {
    const [one, two] = [aKey(), aKey()];
    const before = await masterKeysFromText(one).wrap(DATA_KEY, PERSON);
    const both = masterKeysFromText(`${two}, ${one}`);
    expect(await both.unwrap(before, PERSON)).toEqual(DATA_KEY);
    const after = await both.wrap(DATA_KEY, PERSON);
    expect(after.masterKeyId).toBe(await masterKeysFromText(two).currentId());
    expect(after.masterKeyId).not.toBe(before.masterKeyId);
    await expect(async () => masterKeysFromText(two).unwrap(before, PERSON)).rejects.toThrow(before.masterKeyId);
  });

  it('open a data key for nobody but the person for whom it was locked', async () => {
    const master = masterKeysFromText(aKey());
    const wrapped = await master.wrap(DATA_KEY, PERSON);
    await expect(async () => master.unwrap(wrapped, 'somebody else')).rejects.toThrow();
  });

  it('say nothing of a key in its name', async () => {
    const key = aKey();
    expect(key).not.toContain(await masterKeysFromText(key).currentId());
  });
});

describe('master keys in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigil-master-'));
    file = join(folder, 'master.keys');
    writeFileSync(file, `${aKey()}\n`, { mode: 0o600 });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read again when a new one is put before them, which a running process then locks with', async () => {
    const master = masterKeysFromFile(file);
    const before = await master.wrap(DATA_KEY, PERSON);
    addMasterKey(file);
    const after = await master.wrap(DATA_KEY, PERSON);
    expect(after.masterKeyId).not.toBe(before.masterKeyId);
    expect(await master.unwrap(before, PERSON)).toEqual(DATA_KEY);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that another process wrote open what that process locked', async () => {
    const master = masterKeysFromFile(file);
    addMasterKey(file);
    const wrapped = await masterKeysFromFile(file).wrap(DATA_KEY, PERSON);
    expect(await master.unwrap(wrapped, PERSON)).toEqual(DATA_KEY);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'change-me'],
    ['a key of 62 digits', 'ab'.repeat(31)],
    ['a key of one digit', '0'.repeat(64)],
    ['a good key and a bad one', `${aKey()}\nsecret`],
  ])('are refused if it holds %s, without repeating it', (_what, text) => {
    writeFileSync(file, text);
    expect(() => masterKeysFromFile(file)).toThrow(/must hold keys of 64 hexadecimal digits/);
  });

  it('are refused if it is not there', () => {
    expect(() => masterKeysFromFile(join(folder, 'nothing'))).toThrow(/is not there/);
  });
});
