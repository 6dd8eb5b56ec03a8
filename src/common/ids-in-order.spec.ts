import { idsInOrder } from './ids-in-order.js';

describe('ids in order', () => {
  const next = idsInOrder(new Date('2026-11-24T12:00:00.123Z'));
  const ids = Array.from({ length: 10_000 }, next);

  it('are UUIDs of version 7 that begin with their millisecond', () => {
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(ids[0].replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T12:00:00.123Z'));
  });

  it('follow one another through the 4,096th, and none is made twice when the count begins again', () => {
    expect([...ids.slice(0, 4096)].sort()).toEqual(ids.slice(0, 4096));
    expect(ids[4096] < ids[4095]).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a later millisecond sorts after an earlier one', () => {
    expect(idsInOrder(new Date('2026-11-24T12:00:00.124Z'))() > ids[4095]).toBe(true);
  });
});
