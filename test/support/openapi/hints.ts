import fc, { type Arbitrary } from 'fast-check';

const day = (first: string, last: string): Arbitrary<string> =>
  fc.integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

/** Said of few: most combinations of such fields contradict each other. */
const seldom = (value: Arbitrary<unknown>): Arbitrary<unknown> => fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
/** A clause as an order has it, which says something and computes nothing. */
const CLAUSE = {
  id: 'notice', text: 'Counsel is told before a transfer.', citation: 'ECF 12 at 3', grade: 'V1', unverified: false,
  status: [{ from: '2026-01-05', state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1' }], weight: 1, warningDays: 0, check: null, checkedOn: '2026-11-24',
};

/**
 * What a feature asks of a field and a schema cannot say, by the field's name: so that a body drawn from the schema is
 * mostly one that the feature takes, and what lies behind the first check is reached.
 */
export const hints = (text: string): Readonly<Record<string, Arbitrary<unknown>>> => ({
  source: fc.record({ kind: fc.constantFrom('document', 'person'), text: fc.constant(text) }),
  citizenship: fc.constantFrom('IRQ', 'VEN', 'XXA'),
  designatedCountries: fc.subarray(['IRQ', 'VEN']),
  language: fc.constantFrom('ar', 'cld', 'ckb-Arab', 'es'),
  facility: fc.constantFrom('GLADEFL', 'STCLAMI'),
  birthYear: fc.integer({ min: 1940, max: 2005 }),
  birthDate: day('1940-01-01', '2005-12-31'),
  from: day('2024-01-01', '2024-12-31'),
  decidedOn: day('2024-01-01', '2024-12-31'),
  to: day('2025-01-01', '2026-06-30'),
  through: day('2025-01-01', '2026-06-30'),
  authorities: fc.constantFrom(['8-cfr-241.4'], ['zadvydas-v-davis', '8-cfr-241.13']),
  asOf: day('2026-07-01', '2026-11-20'),
  on: day('2024-01-01', '2026-11-20'),
  grantedOn: seldom(day('2026-11-21', '2026-11-24')),
  grantedAt: fc.constant(null),
  minutes: seldom(fc.integer({ min: 0, max: 90 })),
  monitored: seldom(fc.boolean()),
  openedInPresence: seldom(fc.boolean()),
  aNumbers: fc.array(fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String), { maxLength: 2 }),
  until: day('2026-12-01', '2027-01-31'),
  class: fc.constantFrom('hamama-primary', 'hamama-final-order'),
  value: fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String),
  password: fc.integer({ min: 1_000, max: 9_999 }).map((n) => `nine tall maps and ${n} drums`),
  email: fc.integer({ min: 0, max: 999_999_999 }).map((n) => `someone-${n}@office.example`),
  // Of an order that the office enters, and of what an attorney verifies.
  protects: fc.constant({ kind: 'everyone' }),
  clauses: fc.constant([CLAUSE]),
  places: fc.constant(null),
  persons: fc.constant(undefined),
  clauseIds: fc.constant([CLAUSE.id]),
  authority: fc.constant('8-cfr-241.4'),
  clause: fc.constantFrom('notice-30-day', 'review-annual'),
  readOn: day('2026-01-01', '2026-11-20'),
  identifiers: fc.array(fc.integer({ min: 100_000_000, max: 999_999_999 }).map((n) => ({ kind: 'a-number', value: String(n) })), { maxLength: 1 }),
});
