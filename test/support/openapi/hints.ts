import fc, { type Arbitrary } from 'fast-check';

const day = (first: string, last: string): Arbitrary<string> =>
  fc.integer({ min: Date.parse(first) / 86_400_000, max: Date.parse(last) / 86_400_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

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
  on: day('2024-01-01', '2026-11-20'),
  until: day('2026-12-01', '2027-01-31'),
  class: fc.constantFrom('hamama-primary', 'hamama-final-order'),
  value: fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String),
  password: fc.integer({ min: 1_000, max: 9_999 }).map((n) => `nine tall maps and ${n} drums`),
  email: fc.integer({ min: 0, max: 999_999_999 }).map((n) => `someone-${n}@office.example`),
  identifiers: fc.array(fc.integer({ min: 100_000_000, max: 999_999_999 }).map((n) => ({ kind: 'a-number', value: String(n) })), { maxLength: 1 }),
});
