import fc from 'fast-check';
import { ACCESS_MANNERS } from '../law/access/access-to-counsel.js';
import { COUNSEL_CONTACT, type CounselContactValues } from './counsel-contact.facts.js';

const TODAY = '2026-11-24';
const normal = (more: Partial<CounselContactValues>) => COUNSEL_CONTACT.normalise?.({ manner: 'legal-call', outcome: 'denied', on: '2026-11-20', ...more }) as CounselContactValues;
const pathsOf = (more: Partial<CounselContactValues>): string[] => (COUNSEL_CONTACT.faults?.(normal(more), TODAY) ?? []).map(({ path }) => path);

describe('an attempt to reach a client, on 2026-11-24', () => {
  it.each<[string, Partial<CounselContactValues>, string[]]>([
    ['denied on the day', {}, []],
    ['asked for tomorrow', { on: '2026-11-25' }, ['on']],
    ['asked for at no time', { on: null }, ['on']],
    ['granted on the same day', { outcome: 'granted', grantedOn: '2026-11-20' }, []],
    ['granted the day before it was asked for', { outcome: 'granted', grantedOn: '2026-11-19' }, ['grantedOn']],
    ['granted nobody says when', { outcome: 'granted' }, ['grantedOn']],
    ['granted tomorrow', { outcome: 'granted', grantedOn: '2026-11-25' }, ['grantedOn']],
    ['denied, and granted on a day', { grantedOn: '2026-11-21' }, ['grantedOn']],
    ['granted at the very instant at which it was asked for', { on: null, at: '2026-11-20T09:00:00-05:00', outcome: 'granted', grantedAt: '2026-11-20T09:00:00-05:00' }, []],
    ['granted a second before', { on: null, at: '2026-11-20T09:00:00-05:00', outcome: 'granted', grantedAt: '2026-11-20T08:59:59-05:00' }, ['grantedAt']],
    ['denied after ten minutes', { minutes: 10 }, ['minutes']],
    ['denied, and monitored', { monitored: true }, ['monitored']],
    ['denied, and not monitored', { monitored: false }, ['monitored']],
    ['a call opened in the presence of the client', { openedInPresence: false }, ['openedInPresence']],
    ['mail that was monitored', { manner: 'mail', outcome: 'granted', grantedOn: '2026-11-21', monitored: true }, ['monitored']],
  ])('%s', (_what, more, paths) => expect(pathsOf(more)).toEqual(paths));

  it('says how long it took where both instants are known, and a new day takes the former instant with it', () => {
    const values = normal({ on: null, at: '2026-11-20T09:00:00-05:00', outcome: 'late', grantedAt: '2026-11-21T10:30:59-05:00' });
    expect(COUNSEL_CONTACT.toValues(COUNSEL_CONTACT.toColumns(values))).toMatchObject({ on: '2026-11-20', grantedOn: '2026-11-21', waitMinutes: 1_530 });
    expect(COUNSEL_CONTACT.implied?.({ grantedOn: '2026-11-22' })).toEqual({ grantedAt: null });
    expect(COUNSEL_CONTACT.implied?.({ at: '2026-11-20T09:00:00-05:00' })).toEqual({ on: null });
  });

  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => new Date(Date.UTC(2017, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const text = fc.option(fc.string({ minLength: 1, maxLength: 40 }));
  const contact = fc.record({
    on: day, at: fc.constant(null), manner: fc.constantFrom(...ACCESS_MANNERS), outcome: fc.constant('granted' as const), facility: fc.constantFrom('GLADEFL', null),
    grantedOn: day, grantedAt: fc.constant(null), waitMinutes: fc.constant(null), minutes: fc.option(fc.nat()), monitored: fc.option(fc.boolean()),
    interpreted: fc.option(fc.boolean()), openedInPresence: fc.option(fc.boolean()), who: text, said: text,
  });
  it('is given back from its columns as it was said, whatever was said', () => {
    fc.assert(fc.property(contact, (values) => expect(COUNSEL_CONTACT.toValues(COUNSEL_CONTACT.toColumns(values))).toEqual(values)));
  });
});
