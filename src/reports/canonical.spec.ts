import fc from 'fast-check';
import { canonicalJson, hashOf } from './canonical.js';

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))); }));
  });

  it('is the same in whatever order the names were written, and leaves out what is not there', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é "x"' }], a: undefined, B: true })).toBe('{"B":true,"b":[1,{"c":"é \\"x\\"","d":null}]}\n');
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });
});

it('a hash is SHA-256, in hexadecimal', () => expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
