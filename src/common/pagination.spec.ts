import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './pagination.js';
import { Problem } from './problem.js';

describe('a cursor', () => {
  it('comes back as it was, whatever the sort key holds', () => {
    fc.assert(fc.property(fc.string(), fc.integer(), fc.boolean(), (text, number, flag) => {
      expect(decodeCursor(encodeCursor([text, number, flag, null]), ['string', 'number', 'boolean', 'day?'])).toEqual([text, number, flag, null]);
    }));
  });

  it('is null on the first page', () => expect(decodeCursor(undefined, ['string'])).toBeNull());

  it.each([
    ['no base64', '%%%', ['string']],
    ['no JSON', Buffer.from('{').toString('base64url'), ['string']],
    ['no list', encodeCursor({ 0: 'a', length: 1 } as never), ['string']],
    ['too short', encodeCursor([]), ['string']],
    ['too long', encodeCursor(['a', 'b']), ['string']],
    ['of another type', encodeCursor([1]), ['string']],
    ['null where nothing is unknown', encodeCursor([null]), ['day']],
    ['a day that is none', encodeCursor(['yesterday']), ['day']],
    ['an id that is none', encodeCursor(['7; drop table']), ['id']],
  ] as const)('that is %s is refused', (_what, cursor, types) => expect(() => decodeCursor(cursor, types)).toThrow(Problem));
});

describe('pages', () => {
  it('taken one after the other give every row once, in order', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 7 }), (keys, limit) => {
      const rows = [...keys].sort((a, b) => a - b);
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const after = decodeCursor(cursor, ['number'])?.[0] as number | undefined;
        const page = pageOf(rows.filter((row) => after === undefined || row > after).slice(0, limit + 1), limit, (row) => [row]);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(rows);
    }));
  });

  it('that are exactly full promise no next one', () => {
    expect(pageOf([1, 2], 2, (row) => [row]).nextCursor).toBeNull();
    expect(pageOf([1, 2, 3], 2, (row) => [row]).nextCursor).not.toBeNull();
  });
});
