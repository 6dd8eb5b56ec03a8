import { factsOf, held } from '../examples/example.js';
import { readFacts } from '../facts-json.js';
import { ACCESS_MANNERS, ACCESS_OUTCOMES, type Access, accessClauses } from './access-to-counsel.js';

const clausesOf = (access: Partial<Access>, given: Record<string, unknown>, on = '2026-08-03') => {
  const { facts, asOf } = readFacts(factsOf({ name: '', given, on, then: {} }), () => null);
  return accessClauses({ manner: 'visit', outcome: 'denied', monitored: null, ...access }, facts, asOf);
};
const names = (...of: Parameters<typeof clausesOf>) => clausesOf(...of).map(({ authority, clause, binds }) => `${authority} ${clause} ${binds}`);
const under = (standard: string | null, more: object = {}) => ({ stints: [{ ...held('2011-01-01'), standard, ...more }] });

describe('an attempt to reach a client may touch', () => {
  it.each<[string, Partial<Access>, Record<string, unknown>, string, string[]]>([
    ['a visit denied under PBNDS 2011', {}, under('pbnds-2011'), '2026-08-03', ['pbnds-2011 legal-visit-hours yes']],
    ['a visit granted, and nobody knows whether it was heard', { outcome: 'granted' }, under('pbnds-2011'), '2026-08-03', ['pbnds-2011 legal-visit-confidential yes']],
    ['a visit granted that nobody heard', { outcome: 'granted', monitored: false }, under('pbnds-2011'), '2026-08-03', []],
    ['a call that was late', { manner: 'legal-call', outcome: 'late' }, under('pbnds-2011'), '2026-08-03', ['pbnds-2011 legal-call-24-hours yes']],
    ['a call denied under NDS 2019, the day before it was issued', { manner: 'legal-call' }, under('nds-2019'), '2019-12-18', []],
    ['a call denied under NDS 2019, on the day of its issue', { manner: 'legal-call' }, under('nds-2019'), '2019-12-19', ['nds-2019 access-to-counsel yes']],
    ['mail denied under NDS 2019, whose word on it was not seen', { manner: 'mail' }, under('nds-2019'), '2026-08-03', []],
    ['a visit denied under NDS 2025, of which it is not known since when it binds', {}, under('nds-2025'), '2026-08-03', ['nds-2025 access-to-counsel unknown']],
    ['a visit denied where it is not known which standard binds', {}, under(null), '2026-08-03',
      ['pbnds-2011 legal-visit-hours unknown', 'nds-2019 access-to-counsel unknown', 'nds-2025 access-to-counsel unknown']],
    ['a visit denied to somebody who was not held', {}, { stints: [] }, '2026-08-03', []],
    ['a call cut off at a place of the settlement on telephones', { manner: 'legal-call', outcome: 'cut-off', monitored: false }, under('other', { facility: 'YUBAJCA' }), '2020-08-03',
      ['lyon-v-ice booths yes', 'lyon-v-ice cut-off yes', 'lyon-v-ice facilitators yes']],
    ['a call denied there, since its term is not known to run', { manner: 'legal-call' }, under('other', { facility: 'YUBAJCA' }), '2026-08-03', ['lyon-v-ice booths unknown', 'lyon-v-ice facilitators unknown']],
    ['a visit denied to a citizen of El Salvador', {}, { ...under('other'), person: { citizenship: 'SLV', birthDate: null } }, '2026-08-03', ['orantes-hernandez access yes']],
    ['a visit denied to one who left that class', {}, { ...under('other'), person: { citizenship: 'SLV', birthDate: null }, memberships: [{ class: 'orantes-hernandez', from: '2020-01-01', to: '2026-08-03' }] }, '2026-08-03', []],
    ['a visit denied at California City, on the day on which the order was looked up', {}, under('other', { facility: 'CACTYCA' }), '2026-11-24', ['gomez-ruiz-v-ice attorney-access yes']],
  ])('%s', (_what, access, given, on, expected) => expect(names(access, given, on)).toEqual(expected));

  it('nothing, if it was granted in time and nobody listened, in whatever manner', () => {
    for (const manner of ACCESS_MANNERS) {
      for (const standard of ['pbnds-2011', 'nds-2019', 'nds-2025', null]) expect(names({ manner, outcome: 'granted', monitored: false }, under(standard))).toEqual([]);
    }
  });

  it('what names its standard as missing, and is never said to be broken', () => {
    const [first] = clausesOf({}, under(null));
    expect(first).toMatchObject({ missing: ['stints[0].standard'], unverified: true, grade: 'M' });
    for (const outcome of ACCESS_OUTCOMES) for (const clause of clausesOf({ outcome }, under('pbnds-2011'))) expect(Object.keys(clause)).not.toContain('result');
  });
});
