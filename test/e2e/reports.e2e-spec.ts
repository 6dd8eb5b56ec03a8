import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aStint, type Recorded, twoFacilities } from '../support/factories.js';

let app: TestApp;
let admin: SignedIn;

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  admin = await app.signedIn('admin');
});
afterAll(() => app.close());

it('tries', async () => {
  const { id } = await aDetainee(app, admin);
  await aStint(app, admin, id, { from: '2026-01-05' });
  await aFact(app, admin, id, 'memberships', { class: 'hamama-primary', from: '2017-06-24' });
  await aFact(app, admin, id, 'removal-orders', { kind: 'removal', decidedOn: '2026-01-20', decidedBy: 'immigration-judge', appeal: { waivedOn: '2026-01-20', filed: false }, events: [] });
  await aFact(app, admin, id, 'events', { kind: 'consular-interview', on: '2026-03-09' });
  await app.sweep('2026-11-24');
  const made = await app.post('/v1/reports/compliance', { as: admin, body: { from: '2026-01-01', through: '2026-11-24', audience: 'office' } });
  console.log(made.statusCode, made.headers.location, made.body);
  const shown = await app.get(`/v1/reports/${made.json().id}`, { as: admin });
  console.log(shown.statusCode, JSON.stringify(shown.json(), null, 1).slice(0, 200));
  const doc = shown.json().report;
  for (const f of doc.findings as Recorded[]) console.log(f.authority, f.clause, f.outcome, f.on, f.answeredOn, f.result, f.facility, f.finding, f.counted);
});
