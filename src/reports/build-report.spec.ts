import fc from 'fast-check';
import type { Authority } from '../law/authorities/authority.js';
import { buildReport, type Found } from './build-report.js';
import { canonicalJson } from './canonical.js';
import { chosenFindings } from './exhibit-filter.js';
import { OUTCOMES, type Outcome } from './outcome.js';
import type { Audience, NumberOf, ReportDocument } from './report-document.js';
import { reportCsv } from './report-csv.js';
import type { ExhibitQuery } from './reports.dto.js';

const clause = (id: string, unverified = false) => ({
  id, unverified, text: 'A clause.', citation: 'ECF 1', grade: 'V1', weight: 1, warningDays: 0, checkedOn: '2026-11-24', status: [], check: { kind: 'recurring', from: '2026-01-01', every: 30, satisfiedBy: [] },
}) as unknown as Authority['clauses'][number];
const AUTHORITIES = [
  { id: 'an-order', caption: 'An order', protects: { kind: 'everyone' }, clauses: [clause('second'), clause('first')] },
  { id: 'a-memo', caption: 'A memo', protects: { kind: 'everyone' }, clauses: [clause('remembered', true)] },
  { id: 'one-release', caption: 'Younan v. Adducci', protects: { kind: 'persons' }, clauses: [clause('by-five')] },
] as unknown as readonly Authority[];
const FACILITIES = new Map([['A', 'DET'], ['B', 'DET'], ['C', 'MIA']].map(([code, fieldOffice]) => [code, { name: `Jail ${code}`, fieldOffice }]));

const someFound = fc.uniqueArray(fc.record({
  clause: fc.constantFrom('first', 'second', 'remembered', 'by-five'), outcome: fc.constantFrom<Outcome>(...OUTCOMES), person: fc.integer({ min: 1, max: 30 }),
  on: fc.option(fc.integer({ min: 1, max: 3 }).map((month) => `2026-0${month}-15`), { nil: null }), facility: fc.constantFrom('A', 'B', 'C', null), event: fc.integer({ min: 1, max: 500 }),
}), { maxLength: 150, selector: ({ event }) => event }).map((all) => all.map((one): Found => ({
  person: `00000000-0000-4000-8000-${String(one.person).padStart(12, '0')}`, authority: { remembered: 'a-memo', 'by-five': 'one-release' }[one.clause as string] ?? 'an-order', clause: one.clause, counted: one.clause !== 'remembered',
  outcome: one.outcome, on: one.on, month: one.on?.slice(0, 7) ?? null, answeredOn: null, result: 'met', event: { kind: 'case-event', id: `event ${one.event}` },
  facility: one.facility, fieldOffice: one.facility === null ? null : FACILITIES.get(one.facility)!.fieldOffice, policy: 'recurring', because: ['A reason.'], missing: [],
  finding: one.event % 2 === 0 ? `finding ${one.event}` : null, review: one.event % 2 === 0 ? 'open' : null,
})));

const built = (found: readonly Found[], audience: Audience): ReportDocument => buildReport({
  query: { id: 'an-id', audience, from: '2026-01-01', through: '2026-03-31', authorities: null, asOf: '2026-03-31', asKnownOn: '2026-04-01T12:00:00.000Z', smallestCell: 4, lawVersion: 'a law' },
  authorities: AUTHORITIES, found, facilities: FACILITIES, pseudonymOf: (person) => `pseudonym of ${Number(person.slice(-12))}`,
});

const numbersOf = ({ byClause, byFacility, byFieldOffice, byMonth, unverified }: ReportDocument): NumberOf[] =>
  [...byClause, ...byFacility, ...byFieldOffice, ...byMonth, ...unverified].flatMap((row) => [...Object.values(row.numbers), ...('reviews' in row ? Object.values(row.reviews ?? {}) : [])]);

/** As the route reads the address of a number. */
function listed({ findings }: ReportDocument, address: string): number {
  const { outcome, ...rest } = Object.fromEntries(new URL(address, 'http://vigil').searchParams);
  return chosenFindings(findings, { ...rest, ...(outcome && { outcome: outcome.split(',') }) } as ExhibitQuery).length;
}

describe('a report, whatever was found', () => {
  it('is the same in whatever order it was found', () => {
    fc.assert(fc.property(someFound.chain((found) => fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length }))), fc.constantFrom<Audience>('office', 'outside'),
      ([found, shuffled], audience) => canonicalJson(built(found, audience)) === canonicalJson(built(shuffled, audience))), { numRuns: 60 });
  });

  it('of the office: opens every number into exactly as many findings', () => {
    fc.assert(fc.property(someFound, (found) => {
      const report = built(found, 'office');
      return numbersOf(report).every(({ count, findings }) => (count === 0 ? findings === null : listed(report, findings!) === count));
    }), { numRuns: 60 });
  });

  it('for outside: opens a number into exactly as many findings, or into none', () => {
    fc.assert(fc.property(someFound, (found) => {
      const report = built(found, 'outside');
      return numbersOf(report).every(({ count, findings }) => findings === null || listed(report, findings) === count);
    }), { numRuns: 60 });
  });

  it('for outside: has as many findings of each outcome and month as are told, and of what is suppressed none', () => {
    fc.assert(fc.property(someFound, (found) => {
      const report = built(found, 'outside');
      const of = (name: Outcome, authority: string, id: string) => report.findings.filter((one) => one.outcome === name && one.authority === authority && one.clause === id);
      return report.byClause.every(({ authority, clause: id, numbers }) => OUTCOMES.every((name) => of(name, authority, id).length === (numbers[name].count ?? 0)))
        && report.byMonth.every(({ authority, clause: id, month, numbers }) => month === null
          || OUTCOMES.every((name) => of(name, authority, id).filter((one) => one.month === month).length === (numbers[name].count ?? 0)));
    }), { numRuns: 60 });
  });

  it('for outside: says nothing of anybody but a name that is none, a clause, an outcome and a month', () => {
    fc.assert(fc.property(someFound, (found) => {
      const report = built(found, 'outside');
      const told = `${canonicalJson(report)} ${reportCsv(report, new Map(), 'a hash').toString()}`;
      return !/00000000-0000|event \d|finding \d|A reason|2026-0\d-15|one-release|by-five|Younan/.test(told) && report.findings.every((one) => !('because' in one) && !report.unverified.some(({ clause: id }) => id === one.clause));
    }), { numRuns: 60 });
  });
});

it('says of an order about named persons that there is one, in the office, and no word of it', () => {
  fc.assert(fc.property(someFound, (found) => !canonicalJson(built(found, 'office')).includes('Younan')), { numRuns: 20 });
});

it('lists the clauses in the order of the law, and of an order that was named those as well under which nothing was found', () => {
  expect(built([], 'office').clauses).toEqual([]);
  const named = buildReport({
    query: { ...built([], 'office').query, authorities: ['an-order'] }, authorities: AUTHORITIES.slice(0, 1), found: [], facilities: FACILITIES, pseudonymOf: (person) => person,
  });
  expect(named.clauses.map(({ clause: id }) => id)).toEqual(['second', 'first']);
});
