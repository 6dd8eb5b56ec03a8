import fc from 'fast-check';
import { addDays, formatDay, parseDay } from '../calendar/day.js';
import { DETENTION_STANDARDS, SHIPPED_FACILITY_STANDARDS, standardOn, type FacilityStandard } from './facility-standards.js';
import { AUTHORITIES } from '../authorities/index.js';

const row = (standard: string, from: string | null, to: string | null, facility = 'CALHOMI'): FacilityStandard => ({
  facility, standard, from, to, source: 'the contract, as the office read it', grade: 'V1',
});

describe('the detention standard of a facility', () => {
  const rows = [row('pbnds-2011', null, '2020-03-01'), row('nds-2019', '2020-03-01', null)];

  it('changes on the day on which the contract does', () => {
    expect(standardOn('CALHOMI', parseDay('2020-02-29'), rows)).toBe('pbnds-2011');
    expect(standardOn('CALHOMI', parseDay('2020-03-01'), rows)).toBe('nds-2019');
  });

  it('is not known of another facility, nor before the first row begins', () => {
    expect(standardOn('STEWAGA', parseDay('2020-03-01'), rows)).toBeNull();
    expect(standardOn('CALHOMI', parseDay('2020-02-29'), rows.slice(1))).toBeNull();
  });

  it('is that of the row that began last, where two stand', () => {
    expect(standardOn('CALHOMI', parseDay('2021-01-01'), [row('nds-2019', '2020-03-01', null), row('pbnds-2011', null, null)])).toBe('nds-2019');
  });

  it('is, on any day, that of a row that stands on it, and not known only where none does', () => {
    const day = (n: number) => formatDay(addDays(parseDay('2020-01-01'), n));
    const rowOf = fc.record({ standard: fc.constantFrom(...DETENTION_STANDARDS), from: fc.option(fc.nat(400)), days: fc.option(fc.integer({ min: 1, max: 200 })) })
      .map(({ standard, from, days }) => row(standard, from === null ? null : day(from), days === null ? null : day((from ?? 0) + days)));
    fc.assert(fc.property(fc.array(rowOf, { maxLength: 5 }), fc.nat(600), (some, n) => {
      const standing = some.filter(({ from, to }) => (from === null || from <= day(n)) && (to === null || day(n) < to)).map(({ standard }) => standard);
      const found = standardOn('CALHOMI', parseDay(day(n)), some);
      expect(found === null ? standing : standing.includes(found)).toEqual(found === null ? [] : true);
    }));
  });

  it('ships for no facility, because no source says it', () => {
    expect(SHIPPED_FACILITY_STANDARDS).toEqual([]);
  });

  it('is named as an authority that ships', () => {
    for (const standard of DETENTION_STANDARDS) expect(AUTHORITIES.map(({ id }) => id)).toContain(standard);
  });
});
