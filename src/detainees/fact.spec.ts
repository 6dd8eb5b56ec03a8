import fc from 'fast-check';
import { inColumns, merged, sourceFaults } from './fact.js';

describe('a change laid over what is on file', () => {
  const onFile = { from: '2026-03-02', to: null, appeal: { filed: true, outcome: null } } as Record<string, unknown>;

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['keeps what it does not name', { to: '2026-04-01' }, { ...onFile, to: '2026-04-01' }],
    ['makes not known what it names as null', { from: null }, { ...onFile, from: null }],
    ['reaches into an appeal', { appeal: { outcome: 'dismissed' } }, { ...onFile, appeal: { filed: true, outcome: 'dismissed' } }],
    ['makes a whole appeal not known', { appeal: null }, { ...onFile, appeal: null }],
    ['takes an undefined value for one that it does not name', { from: undefined }, onFile],
  ])('%s', (_what, changes, result) => expect(merged(onFile, changes)).toEqual(result));

  it('changes nothing if it says what is on file, and leaves what is on file untouched', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.boolean(), fc.constant(null))), (values) => {
      const before = structuredClone(values);
      expect(merged(values, values)).toEqual(before);
      merged(values, { added: 1 } as never);
      expect(values).toEqual(before);
    }));
  });
});

describe('values in columns', () => {
  const kind = inColumns<{ from?: string | null; ongoing?: boolean | null }>({ from: 'from_on', ongoing: 'ongoing' });

  it('keeps false apart from not known, and takes what was not said for not known', () => {
    expect(kind.toColumns({ ongoing: false })).toEqual({ from_on: null, ongoing: false });
    expect(kind.toValues({ from_on: null, ongoing: false, other: 1 })).toEqual({ from: null, ongoing: false });
  });
});

describe('a source', () => {
  const file = '7b0c3d0e-4a8e-4a55-9d0b-3a3f1d2c4b5a';
  it.each([
    ['a document by its words', { kind: 'document', text: 'I-862, page 1' }, []],
    ['a document without words', { kind: 'document', text: null }, ['source.text']],
    ['a person without words', { kind: 'person' }, ['source.text']],
    ['a row of a file', { kind: 'row', fileId: file, sheet: 'FY2026', row: 8 }, []],
    ['a row without its number', { kind: 'row', fileId: file }, ['source']],
    ['a document with a row', { kind: 'document', text: 'a list', row: 8 }, ['source']],
  ] as const)('%s', (_what, source, paths) => expect(sourceFaults(source).map(({ path }) => path)).toEqual(paths));
});
