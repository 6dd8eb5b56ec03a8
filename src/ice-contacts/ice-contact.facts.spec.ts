import fc from 'fast-check';
import { ACTORS, TOPICS } from '../law/facts.js';
import { DOCUMENT_ACTS, ICE_CONTACT, type IceContactValues, MANNERS } from './ice-contact.facts.js';

const TODAY = '2026-11-24';
const A_VISIT: IceContactValues = { encounterId: '0b0f1a52-9d5e-4b53-9f43-3c1d0e9a7c11', actor: 'ice', topics: ['force'] };
const pathsOf = (more: Partial<IceContactValues>): string[] => {
  const normal = ICE_CONTACT.normalise?.({ ...A_VISIT, ...more }) as IceContactValues;
  return (ICE_CONTACT.faults?.(normal, TODAY) ?? []).map(({ path }) => path);
};

describe('a contact with officers, on 2026-11-24', () => {
  it.each<[string, Partial<IceContactValues>, string[]]>([
    ['today', { on: '2026-11-24' }, []],
    ['tomorrow', { on: '2026-11-25' }, ['on']],
    ['early tomorrow by the clock of Guam, which may have come', { at: '2026-11-25T00:30:00+10:00' }, []],
    ['at an instant and on the day of another place', { at: '2026-11-23T23:30:00-05:00', on: '2026-11-24' }, ['on']],
    ['at no time', {}, ['on']],
    ['of which counsel is told tomorrow', { on: '2026-11-24', counselNotifiedOn: '2026-11-25' }, ['counselNotifiedOn']],
    ['of which the office learned on the same day', { on: '2026-11-23', learnedOn: '2026-11-23' }, []],
    ['of which the office learned the day before', { on: '2026-11-23', learnedOn: '2026-11-22' }, ['learnedOn']],
    ['in a language that is none', { on: '2026-11-23', language: 'the language of his village' }, ['language']],
  ])('%s', (_when, more, paths) => expect(pathsOf(more)).toEqual(paths));

  it('has the day of the place, a topic once and a language in its usual capitals', () => {
    expect(ICE_CONTACT.normalise?.({ ...A_VISIT, at: '2026-11-23T23:30:00-05:00', topics: ['force', 'force'], language: 'AR-iq' }))
      .toMatchObject({ on: '2026-11-23', topics: ['force'], language: 'ar-IQ' });
  });

  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const text = fc.option(fc.string({ minLength: 1, maxLength: 40 }));
  const contact = fc.record({
    encounterId: fc.uuid(), on: day, at: fc.constant(null), facility: fc.constantFrom('GLADEFL', null), place: text,
    actor: fc.constantFrom(...ACTORS), actorName: text, manner: fc.option(fc.constantFrom(...MANNERS)), language: fc.constantFrom('ar-IQ', null),
    interpreted: fc.option(fc.boolean()), topics: fc.subarray([...TOPICS]), words: text, narrative: text,
    documents: fc.option(fc.array(fc.record({ title: fc.string(), act: fc.constantFrom(...DOCUMENT_ACTS) }), { maxLength: 3 })),
    counselPresent: fc.option(fc.boolean()), counselNotifiedOn: fc.option(day), witnesses: text, learnedHow: text, learnedOn: fc.option(day),
  });

  it('is given back from its columns as it was said, whatever was said', () => {
    fc.assert(fc.property(contact, (values) => {
      expect(ICE_CONTACT.toValues(ICE_CONTACT.toColumns(values))).toEqual(values);
    }));
  });
});
