import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { keyIdOf, keyring, publicKeyHex, readPublicKey } from './audit-key.js';
import { BEFORE_THE_FIRST, hashOf, type Seal, signedSeal, type Signer } from './chain.js';
import { checkChain, type Link, sealOf } from './chain-check.js';

const aSigner = (): Signer => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { privateKey, keyId: keyIdOf(createPublicKey(privateKey)) };
};
const SIGNER = aSigner();
const KEYS = keyring([createPublicKey(SIGNER.privateKey)]);

/** As the sealer makes them. */
function chained(texts: readonly string[], signer = SIGNER): Link[] {
  let before = BEFORE_THE_FIRST;
  return texts.map((entry, at) => {
    before = hashOf(at + 1, before, entry);
    return { ...signedSeal('seal', signer, { seq: at + 1, hash: before, sealedAt: '2026-11-24T12:00:00.000Z' }), entry };
  });
}

/** Whoever has the database and no key numbers and chains anew, and must leave the signatures as they were or invent them. */
function rechained(links: readonly Link[]): Link[] {
  let before = BEFORE_THE_FIRST;
  return links.map((link, at) => {
    before = hashOf(at + 1, before, link.entry!);
    return { ...link, seq: at + 1, hash: before };
  });
}

const check = (links: readonly Link[], checkpoint: Seal | null = null) =>
  // eslint-disable-next-line @typescript-eslint/require-await -- as the real ones, which read a file or a database
  checkChain(async function* () { yield* links; }, { keys: KEYS, checkpoint });
const texts = (count: number) => Array.from({ length: count }, (_none, at) => JSON.stringify({ form: 1, id: at + 1, action: 'detainee.read' }));

describe('a chain that nobody touched', () => {
  it.each([0, 1, 2, 50])('of %d entries holds', async (count) => {
    expect(await check(chained(texts(count)))).toMatchObject({ entries: count, trouble: null });
  });

  it('goes on from a checkpoint that was kept', async () => {
    const links = chained(texts(9));
    expect(await check(links, sealOf(links[4]))).toMatchObject({ trouble: null });
  });

  it('signed with a key that was not given is not vouched for', async () => {
    expect(await check(chained(texts(3), aSigner()))).toMatchObject({ trouble: { what: 'unknown-key', seq: 3 } });
  });

  it('is vouched for by the key that signed last, whichever signed before', async () => {
    const links = chained(texts(4));
    links.splice(0, 2, ...chained(texts(2), aSigner()));
    expect(await check(links)).toMatchObject({ trouble: null });
  });
});

describe('what was done to a chain is found, and the first entry is named', () => {
  /** What is done at place `k` of the chain (from 0), and with another place `j` after it. */
  const DEEDS: Record<string, (links: Link[], k: number, j: number) => Link[]> = {
    'altered': (links, k) => links.with(k, { ...links[k], entry: '{"form":1,"action":"nothing"}' }),
    'altered by one letter': (links, k) => links.with(k, { ...links[k], entry: links[k].entry!.replace('read', 'Read') }),
    'altered, with its own hash worked out anew': (links, k) => {
      const before = links[k - 1]?.hash ?? BEFORE_THE_FIRST;
      return links.with(k, { ...links[k], entry: '{"form":1}', hash: hashOf(k + 1, before, '{"form":1}') });
    },
    'altered, and all that follows worked out anew': (links, k) => rechained(links.with(k, { ...links[k], entry: '{"form":1}' })),
    'altered by who signs with a key of their own name': (links, k) =>
      rechained(links.with(k, { ...links[k], entry: '{"form":1}' })).map((link, at) => (at < k ? link : { ...signedSeal('seal', { ...aSigner(), keyId: SIGNER.keyId }, link), entry: link.entry })),
    'removed': (links, k) => links.toSpliced(k, 1),
    'removed, its seal left': (links, k) => links.with(k, { ...links[k], entry: null }),
    'removed, and the rest numbered anew': (links, k) => links.toSpliced(k, 1).map((link, at) => ({ ...link, seq: at + 1 })),
    'removed, and all that follows worked out anew': (links, k) => rechained(links.toSpliced(k, 1)),
    'inserted': (links, k) => links.toSpliced(k, 0, { ...links[k], entry: '{"form":1}' }),
    'inserted, and the rest numbered anew': (links, k) => links.toSpliced(k, 0, { ...links[k], entry: '{"form":1}' }).map((link, at) => ({ ...link, seq: at + 1 })),
    'inserted, and all that follows worked out anew': (links, k) => rechained(links.toSpliced(k, 0, { ...links[k], entry: '{"form":1}' })),
    'moved to the place of another': (links, k, j) => links.with(k, links[j]).with(j, links[k]),
    'given the words of another': (links, k, j) => links.with(k, { ...links[k], entry: links[j].entry }).with(j, { ...links[j], entry: links[k].entry }),
    'given the words of another, and all that follows worked out anew': (links, k, j) =>
      rechained(links.with(k, { ...links[k], entry: links[j].entry }).with(j, { ...links[j], entry: links[k].entry })),
  };

  it.each(Object.entries(DEEDS))('%s', async (_what, deed) => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 20 }), fc.nat(), fc.nat(), async (count, a, b) => {
      // The last is left where it is: that it is gone is for the checkpoint to find.
      const k = a % (count - 1);
      const j = k + 1 + (b % (count - 1 - k));
      const found = await check(deed(chained(texts(count)), k, j));
      expect(found.trouble?.seq).toBe(k + 1);
    }), { numRuns: 25 });
  });
});

describe('a chain whose end was cut off', () => {
  const links = chained(texts(10));

  it('is whole by itself, and not by a checkpoint that was kept, unless it is from before the cut', async () => {
    const cut = links.slice(0, 6);
    expect((await check(cut)).trouble).toBeNull();
    expect((await check(cut, sealOf(links[5]))).trouble).toBeNull();
    expect((await check(cut, sealOf(links[6]))).trouble).toMatchObject({ what: 'cut-off', seq: 7 });
    expect((await check(cut, sealOf(links[9]))).trouble).toMatchObject({ what: 'cut-off', seq: 7 });
  });

  it('and grown again is not what the checkpoint saw', async () => {
    const grown = [...links.slice(0, 6), ...chained([...texts(6), '{"form":1}', '{"form":1}']).slice(6)];
    expect((await check(grown)).trouble).toBeNull(); // sealed by the key's holder
    expect((await check(grown, sealOf(links[7]))).trouble).toMatchObject({ what: 'forged', seq: 8 });
  });

  it('cannot be excused by a checkpoint that nobody signed', async () => {
    expect((await check(links, { ...sealOf(links[4]), seq: 3 })).trouble).toMatchObject({ what: 'forged' });
  });
});

describe('a public key', () => {
  const publicKey = createPublicKey(SIGNER.privateKey);

  it('is read as hexadecimal digits and as PEM', () => {
    expect(keyIdOf(readPublicKey(`${publicKeyHex(publicKey)}\n`))).toBe(SIGNER.keyId);
    expect(keyIdOf(readPublicKey(publicKey.export({ format: 'pem', type: 'spki' }).toString()))).toBe(SIGNER.keyId);
  });

  it('of another kind is refused', () => {
    const other = generateKeyPairSync('x25519').publicKey.export({ format: 'pem', type: 'spki' }).toString();
    expect(() => readPublicKey(other)).toThrow('Ed25519');
  });
});
