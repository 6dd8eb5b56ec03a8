import { event, held, type Example } from './example.js';

const talk = (on: string, actor: string, topics: string[]) => ({
  at: `${on}T10:00:00-05:00`, actor, topics, counselPresent: null, counselNotifiedOn: null, documents: null, narrative: null,
});
const citizen = (citizenship: string | null, more: Record<string, unknown>) => ({ person: { citizenship, birthDate: null }, ...more });
const spoke = (on: string, actor = 'ice', topics = ['threat-of-prosecution'], citizenship: string | null = 'SLV') => citizen(citizenship, { contacts: [talk(on, actor, topics)] });
const coercion = (then: Record<string, unknown> | null) => ({ clauses: { 'no-coercion@contacts[0]': then } });
const moved = (on: string, arrest = '2025-03-01') => citizen('SLV', { events: [event('transferred-out-of-district', on), event('arrest', arrest)] });
const transfer = (then: Record<string, unknown> | null) => ({ clauses: { 'transfer-seven-days@events[0]': then } });

/** Orantes-Hernandez: Salvadorans, since 1982-06-02. */
export const orantesHernandezExamples: readonly Example[] = [
  { name: 'an officer threatens prosecution', given: spoke('2025-03-03'), on: '2025-03-04', then: coercion({ result: 'met', on: '2025-03-03' }) },
  { name: 'jail staff threaten retaliation', given: spoke('2025-03-03', 'jail', ['retaliation']), on: '2025-03-04', then: coercion({ result: 'met' }) },
  { name: 'an officer speaks of the case alone', given: spoke('2025-03-03', 'ice', ['immigration-case']), on: '2025-03-04', then: coercion({ result: 'not-met' }) },
  { name: 'a consular officer is not bound', given: spoke('2025-03-03', 'consular'), on: '2025-03-04', then: coercion({ result: 'not-met' }) },
  { name: 'a citizen of Mexico', given: spoke('2025-03-03', 'ice', ['threat-of-prosecution'], 'MEX'), on: '2025-03-04', then: coercion(null) },
  { name: 'of which country is not known', given: spoke('2025-03-03', 'ice', ['threat-of-prosecution'], null), on: '2025-03-04', then: coercion({ result: 'unknown', missing: ['person.citizenship'] }) },
  { name: 'the day before the first injunction', given: spoke('1982-06-01'), on: '1982-07-01', then: coercion({ result: 'not-in-force' }) },
  { name: 'the day of the first injunction', given: spoke('1982-06-02'), on: '1982-07-01', then: coercion({ result: 'met' }) },
  { name: 'notice of rights: by when was found in no source', given: citizen('SLV', { events: [event('arrest', '2025-03-01')] }), on: '2025-03-10', then: { clauses: { 'notice-of-rights@events[0]': { result: 'unknown', missing: ['notice-of-rights.check.offset.n'] } } } },
  { name: 'moved out of the district on the sixth day', given: moved('2025-03-07'), on: '2025-03-10', then: transfer({ result: 'met', unverified: true }) },
  { name: 'moved on the seventh, a Saturday: days of custody do not roll', given: moved('2025-03-08'), on: '2025-03-10', then: transfer({ result: 'not-met', unverified: true }) },
  { name: 'moved on the eighth', given: moved('2025-03-09'), on: '2025-03-10', then: transfer({ result: 'not-met' }) },
  { name: 'no arrest on file: not judged', given: citizen('SLV', { events: [event('transferred-out-of-district', '2025-03-07')] }), on: '2025-03-10', then: transfer(null) },
];

/** Lyon: booths and cut-offs are read, and nothing is computed from them. */
export const lyonExamples: readonly Example[] = [
  { name: 'held in Yuba County', given: { stints: [held('2018-01-15', null, null, 'YUBAJCA')] }, on: '2018-06-01', then: { clauses: { 'cut-off': null, booths: null } } },
];

const atRisk = (since: string, ...more: Record<string, unknown>[]) => ({ stints: [held(since)], events: [event('medical-risk-factor-found', since), ...more] });
const decision = (then: Record<string, unknown> | null) => ({ clauses: { 'custody-decision-five-days': then } });

/** Fraihat: April 2020, reversed 2021-10-20. */
export const fraihatExamples: readonly Example[] = [
  { name: 'the fourth day', given: atRisk('2020-05-01'), on: '2020-05-05', then: decision({ result: 'not-met', on: '2020-05-06', unverified: true }) },
  { name: 'the fifth day', given: atRisk('2020-05-01'), on: '2020-05-06', then: decision({ result: 'met', unverified: true }) },
  { name: 'the sixth day', given: atRisk('2020-05-01'), on: '2020-05-07', then: decision({ result: 'met', on: '2020-05-06' }) },
  { name: 'decided on the sixth day', given: atRisk('2020-05-01', event('custody-review-decision', '2020-05-07')), on: '2020-05-07', then: decision({ result: 'met' }) },
  { name: 'decided on the fifth day', given: atRisk('2020-05-01', event('custody-review-decision', '2020-05-06')), on: '2020-05-07', then: decision({ result: 'not-met' }) },
  { name: 'the day before the injunction', given: atRisk('2020-04-01'), on: '2020-04-19', then: decision({ result: 'not-in-force' }) },
  { name: 'the day of the injunction', given: atRisk('2020-04-01'), on: '2020-04-20', then: decision({ result: 'met' }) },
  { name: 'reversal announced: still operative', given: atRisk('2020-05-01'), on: '2021-10-20', then: decision({ result: 'met' }) },
  { name: 'the day before the mandate, as computed', given: atRisk('2020-05-01'), on: '2021-12-12', then: decision({ result: 'met' }) },
  { name: 'that day', given: atRisk('2020-05-01'), on: '2021-12-13', then: decision({ result: 'not-in-force' }) },
  { name: 'no risk factor found: not asked', given: { stints: [held('2020-05-01')] }, on: '2020-05-06', then: decision(null) },
];

/** Gomez Ruiz: one facility; the words of the order were not seen. */
export const gomezRuizExamples: readonly Example[] = [
  { name: 'held at California City', given: { stints: [held('2026-10-01', null, null, 'CACTYCA')] }, on: '2026-11-24', then: { clauses: { 'attorney-access': null, clothing: null } } },
];
