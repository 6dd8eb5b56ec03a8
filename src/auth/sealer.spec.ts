import { randomBytes } from 'node:crypto';
import type { Config } from '../common/config.js';
import { Sealer } from './sealer.js';

const sealerOf = (jwtSecret: string, previousJwtSecret: string | null = null) => new Sealer({ jwtSecret, previousJwtSecret } as Config);

describe('what sign-in seals', () => {
  const [old, present] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
  const plain = Buffer.from('JBSWY3DPEHPK3PXP');

  it('is read again under the same secret, and is another text each time', () => {
    const sealer = sealerOf(present);
    const [one, two] = [sealer.seal(plain, 'second factor 1'), sealer.seal(plain, 'second factor 1')];
    expect(one).not.toBe(two);
    expect([one, two].map((sealed) => sealer.open(sealed, 'second factor 1')?.equals(plain))).toEqual([true, true]);
    expect(sealer.isCurrent(one)).toBe(true);
  });

  it('is not read for another thing, altered, cut off, or under another secret', () => {
    const sealer = sealerOf(present);
    const sealed = sealer.seal(plain, 'second factor 1');
    const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect([
      sealer.open(sealed, 'second factor 2'), sealer.open(altered, 'second factor 1'), sealer.open(sealed.slice(0, 20), 'second factor 1'),
      sealer.open('', 'second factor 1'), sealerOf(old).open(sealed, 'second factor 1'),
    ]).toEqual([null, null, null, null, null]);
  });

  it('is read while the secret that sealed it is named as the previous one, and is not current', () => {
    const sealed = sealerOf(old).seal(plain, 'x');
    const both = sealerOf(present, old);
    expect(both.open(sealed, 'x')?.equals(plain)).toBe(true);
    expect(both.isCurrent(sealed)).toBe(false);
    expect(sealerOf(present).open(both.seal(plain, 'x'), 'x')?.equals(plain)).toBe(true);
  });
});
