import { AUTHORITIES } from '../law/authorities/index.js';
import { LAW_VERSION } from '../law/law-version.js';
import { clauseHash } from './clause-hash.js';
import { lawOf, OfficeLaw } from './office-law.js';
import type { OfficeLawRows } from './office-law.queries.js';
import { definitionOf, rowsOf } from './timeline.js';

const NOTHING: OfficeLawRows = { revision: 0, orders: [], verifications: [] };
const [zadvydas] = AUTHORITIES;
const own = (id: string, more: object = {}) => {
  const authority = { ...zadvydas, id, ...more };
  return { definition: definitionOf(authority), version: 1, status: rowsOf(authority) };
};
const review = AUTHORITIES.find(({ id }) => id === '8-cfr-241.4')!;
const notice = review.clauses.find(({ id }) => id === 'notice-30-day')!;
const verification = { authority: review.id, clause: notice.id, hash: clauseHash(notice), verifiedBy: 'An Attorney', on: '2026-11-24', source: 'eCFR' };
const noticeIn = ({ authorities }: ReturnType<typeof lawOf>) => authorities.find(({ id }) => id === review.id)!.clauses.find(({ id }) => id === notice.id)!;

test('an office that entered nothing has the law that ships, by its name', () => {
  const { law, authorities } = lawOf(NOTHING);
  expect([law.version, authorities.length]).toEqual([LAW_VERSION, AUTHORITIES.length]);
});

test('orders of the office come after those that ship, and the revision is part of the name', () => {
  const { law, authorities } = lawOf({ ...NOTHING, revision: 12, orders: [own('of-the-office')] });
  expect([law.version, authorities.at(-1)?.id, law.authorities.at(-1)?.authority.id]).toEqual([`${LAW_VERSION}+12`, 'of-the-office', 'of-the-office']);
});

test('a clause counts as long as it says what was verified', () => {
  expect(noticeIn(lawOf({ ...NOTHING, verifications: [verification] }))).toMatchObject({ unverified: false, checkedOn: '2026-11-24', verified: { verifiedBy: 'An Attorney' } });
  for (const other of [{ hash: 'f'.repeat(64) }, { clause: 'gone' }, { authority: 'gone' }]) {
    expect(noticeIn(lawOf({ ...NOTHING, verifications: [{ ...verification, ...other }] })).unverified).toBe(true);
  }
});

test.each([['text', { text: 'Something else.' }], ['citation', { citation: 'another' }], ['check', { check: null }], ['look-back', { lookBackTo: '2026-11-01' }]])(
  'another %s is another clause; another state is not', (_what, more) => {
    expect(clauseHash({ ...notice, ...more })).not.toBe(clauseHash(notice));
    expect(clauseHash({ ...notice, status: [] } as never)).toBe(clauseHash(notice));
  });

test('the order of the keys, which the database does not keep, makes no other clause', () => {
  const turned = (value: unknown): unknown => (typeof value !== 'object' || value === null || Array.isArray(value) ? value
    : Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)])));
  expect(clauseHash(turned(notice) as never)).toBe(clauseHash(notice));
});

test('an order that this build cannot read, or whose id ships by now, is not left out: the law is refused', () => {
  expect(() => lawOf({ ...NOTHING, orders: [own('unread', { kind: 'wish' })] })).toThrow(/the order unread cannot be read by this build: kind/);
  expect(() => lawOf({ ...NOTHING, orders: [own(zadvydas.id)] })).toThrow(/zadvydas-v-davis has the id of an authority that ships/);
});

test('the law is read once for each revision, and again when another stands', async () => {
  let revision = 1;
  const asked: string[] = [];
  const db = { query: <Row>(sql: string) => { asked.push(sql); return Promise.resolve([{ revision, law: { ...NOTHING, revision } }] as Row[]); } };
  const law = new OfficeLaw();
  const [first, second] = [await law.current(db), await law.current(db)];
  expect([second === first, asked.length]).toEqual([true, 3]);
  revision = 2;
  expect((await law.current(db)).law.version).toBe(`${LAW_VERSION}+2`);
});
