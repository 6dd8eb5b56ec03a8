import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { open, seal } from './aead.js';

describe('sealing', () => {
  const key = randomBytes(32);
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

  it('gives back what was sealed, under the same key and for the same place', () => {
    fc.assert(fc.property(bytes, fc.string(), (plain, bound) => {
      expect(open(key, seal(key, plain, bound), bound).equals(plain)).toBe(true);
    }));
  });

  it('opens for no other place and under no other key', () => {
    fc.assert(fc.property(bytes, fc.string(), fc.string(), (plain, bound, other) => {
      fc.pre(bound !== other);
      const sealed = seal(key, plain, bound);
      expect(() => open(key, sealed, other)).toThrow();
      expect(() => open(randomBytes(32), sealed, bound)).toThrow();
    }));
  });

  it('opens with no bit changed, none missing and none more', () => {
    fc.assert(fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
      const sealed = seal(key, plain, 'here');
      const changed = Buffer.from(sealed);
      changed[at % sealed.length] ^= 1 << bit;
      expect(() => open(key, changed, 'here')).toThrow();
      expect(() => open(key, sealed.subarray(0, sealed.length - 1), 'here')).toThrow();
      expect(() => open(key, Buffer.concat([sealed, Buffer.alloc(1)]), 'here')).toThrow();
    }));
  });

  it('never seals the same twice alike', () => {
    const sealed = Array.from({ length: 1_000 }, () => seal(key, Buffer.from('A123456789'), 'here').toString('hex'));
    expect(new Set(sealed).size).toBe(1_000);
  });
});
