import 'reflect-metadata';
import fc from 'fast-check';
import { DayField, Flag, IdField, InstantField, Nested, OneOf, TextField, WholeNumber } from './fields.js';
import type { Fault } from './problem.js';
import { Problem } from './problem.js';
import { validationPipe } from './validation.js';

class Place {
  @TextField({ max: 5 }) code!: string;
}
class Everything {
  @DayField() on!: string;
  @DayField({ optional: true }) left?: string;
  @DayField({ nullable: true }) until!: string | null;
  @DayField({ optional: true, nullable: true }) either?: string | null;
  @InstantField({ optional: true }) at?: string;
  @OneOf(['bond', 'parole'], { optional: true }) endedBy?: string;
  @OneOf(['a', 'b'], { optional: true, list: { max: 2 } }) kinds?: string[];
  @Flag({ optional: true }) known?: boolean;
  @IdField({ optional: true }) id?: string;
  @WholeNumber({ min: 1, max: 5, optional: true }) row?: number;
  @TextField({ max: 3, optional: true }) word?: string;
  @Nested(() => Place, { optional: true, nullable: true }) place?: Place | null;
  @Nested(() => Place, { optional: true, list: { max: 2 } }) places?: Place[];
}
class Query {
  @WholeNumber({ min: 1, max: 200, optional: true, query: true }) limit: number = 50;
  @Flag({ optional: true, query: true }) open?: boolean;
  @OneOf(['met', 'unknown'], { optional: true, query: true, list: { max: 2 } }) result?: string[];
}

const pipe = validationPipe();
const read = <T>(type: new () => T, value: unknown): Promise<T> =>
  pipe.transform(value, { type: 'body', metatype: type }) as Promise<T>;

async function faultsOf(type: new () => unknown, value: unknown): Promise<readonly Fault[]> {
  try {
    await read(type, value);
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.extras.errors ?? [];
    throw error;
  }
}

const fine = { on: '2026-11-24', until: null };

describe('a field', () => {
  it.each([
    ['a day that exists', { on: '2024-02-29' }, []],
    ['a day that does not exist', { on: '2023-02-29' }, ['on']],
    ['a day with a time', { on: '2026-11-24T00:00:00Z' }, ['on']],
    ['a day with slashes', { on: '11/24/2026' }, ['on']],
    ['no day where there must be one', { on: undefined }, ['on']],
    ['null for a day that must be known', { on: null }, ['on']],
    ['null for what may be left out but not be unknown', { left: null }, ['left']],
    ['nothing for what may be unknown but not be left out', { until: undefined }, ['until']],
    ['null for what may be both', { either: null }, []],
    ['an instant with an offset', { at: '2026-03-08T02:30:00-05:00' }, []],
    ['an instant in UTC with a fraction', { at: '2026-03-08T02:30:00.123Z' }, []],
    ['an instant without an offset', { at: '2026-03-08T02:30:00' }, ['at']],
    ['an instant on a day that does not exist', { at: '2026-02-30T02:30:00Z' }, ['at']],
    ['an instant at 24 o\'clock', { at: '2026-03-08T24:00:00Z' }, ['at']],
    ['a word outside of the vocabulary', { endedBy: 'escaped' }, ['endedBy']],
    ['a list with a word outside of it', { kinds: ['a', 'c'] }, ['kinds']],
    ['a list that is too long', { kinds: ['a', 'b', 'a'] }, ['kinds']],
    ['one value for a list', { kinds: 'a' }, ['kinds']],
    ['a text for a flag', { known: 'true' }, ['known']],
    ['an id that is none', { id: '12' }, ['id']],
    ['the last row', { row: 5 }, []],
    ['one beyond the last row', { row: 6 }, ['row']],
    ['half a row', { row: 1.5 }, ['row']],
    ['a text for a number', { row: '1' }, ['row']],
    ['three letters beyond the basic plane', { word: '𐤀𐤁𐤂' }, []],
    ['four letters where three are allowed', { word: 'abcd' }, ['word']],
    ['blanks', { word: '  ' }, ['word']],
    ['a NUL', { word: 'a\u0000' }, ['word']],
    ['half a surrogate pair', { word: '\ud800' }, ['word']],
    ['Arabic', { word: 'زكي' }, []],
    ['an object', { place: { code: 'WAYNE' } }, []],
    ['a text for an object', { place: 'WAYNE' }, ['place']],
    ['a list for an object', { place: [{ code: 'WAYNE' }] }, ['place']],
    ['an object with a fault', { place: { code: '' } }, ['place.code']],
    ['a list of objects with two faults', { places: [{ code: 'A' }, { code: 7, name: 'x' }] }, ['places[1].name', 'places[1].code']],
    ['a list with null in it', { places: [null] }, ['places[0]']],
    ['an unknown field', { colour: 'red' }, ['colour']],
  ])('reads %s', async (_what, values, paths) => {
    expect((await faultsOf(Everything, { ...fine, ...values })).map(({ path }) => path)).toEqual(paths);
  });

  it('of a vocabulary says what it may be', async () => {
    expect(await faultsOf(Everything, { ...fine, endedBy: 'x' })).toEqual([
      { path: 'endedBy', problem: 'must be one of the allowed values', allowed: ['bond', 'parole'] }]);
    expect(await faultsOf(Everything, { ...fine, kinds: ['x'] })).toEqual([
      { path: 'kinds', problem: 'must be one of the allowed values', allowed: ['a', 'b'] }]);
  });

  it('never repeats what was sent, whatever it is', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 5 }).map((text) => `«${text}»`), async (secret) => {
      for (const field of ['on', 'at', 'endedBy', 'id', 'row', 'known', 'place', 'places', 'kinds']) {
        const faults = await faultsOf(Everything, { ...fine, [field]: secret });
        expect(faults.length).toBeGreaterThan(0);
        expect(JSON.stringify(faults)).not.toContain(secret);
      }
    }), { numRuns: 50 });
  });
});

describe('a query, where everything is text', () => {
  it.each([
    [{}, { limit: 50 }],
    [{ limit: '7', open: 'true' }, { limit: 7, open: true }],
    [{ result: 'met' }, { limit: 50, result: ['met'] }],
    [{ result: 'met,unknown' }, { limit: 50, result: ['met', 'unknown'] }],
    [{ result: ['met', 'unknown'] }, { limit: 50, result: ['met', 'unknown'] }],
  ])('%j is read as %j', async (query, expected) => expect({ ...(await read(Query, query)) }).toEqual(expected));

  it.each([[{ limit: '0' }], [{ limit: '201' }], [{ limit: '1.5' }], [{ limit: '' }], [{ limit: ['1', '2'] }], [{ open: 'yes' }], [{ result: 'met,maybe' }], [{ other: '1' }]])(
    '%j is refused', async (query) => expect(await faultsOf(Query, query)).toHaveLength(1));
});
