import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

describe('counsel, and the standards by which facilities are bound', () => {
  let app: TestApp;
  let admin: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [admin, paralegal] = [await app.signedIn('admin'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const read = async (path: string, as = paralegal) => (await app.get(path, { as })).json<Recorded>();
  const marked = async (id: string) => (await app.database.query('select 1 from review_mark where detainee_id = $1', [id])).length;
  const change = (method: 'patch' | 'delete', path: string, seen: number, body: object, as = paralegal) =>
    app[method](path, { as, headers: { 'if-match': `"${seen}"` }, body });
  const clauseOn = async (id: string, asOf: string, clause: string, asKnownOn?: string) =>
    (await read(`/v1/detainees/${id}/evaluation?asOf=${asOf}${asKnownOn === undefined ? '' : `&asKnownOn=${asKnownOn}`}`))
      .findings.filter((finding: Recorded) => finding.clause === clause).map(({ result }: Recorded) => result);
  const theSweepFinds = async (id: string, clause: string) =>
    (await app.database.query<{ result: string }>(
      'select result from finding where detainee_id = $1 and clause = $2 and superseded_at is null', [id, clause])).map(({ result }) => result);
  const aStandard = async (facility: string, body: object) => {
    const answer = await app.post(`/v1/facilities/${facility}/standards`, { as: admin, body: { source: 'the contract', ...body } });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
    return answer.json<Recorded>();
  };

  it('a facility comes under another standard on a day, which turns what the law says of who is held there, and who was held since is marked', async () => {
    await app.database.query(`insert into facility (detloc, name, source) values ('BOUNDA', 'A place', 'a test')`);
    const person = await aDetainee(app, paralegal);
    await aStint(app, paralegal, person.id, { facility: 'BOUNDA', from: '2026-01-05' });
    const gone = await aDetainee(app, paralegal);
    await aStint(app, paralegal, gone.id, { facility: 'BOUNDA', from: '2025-01-05', to: '2025-12-31', endedBy: 'bond' });
    for (const on of ['2026-05-31', '2026-06-01']) await aFact(app, paralegal, person.id, 'events', { kind: 'legal-visit-monitored', on });
    expect(await clauseOn(person.id, '2026-11-24', 'legal-visit-confidential')).toEqual(['unknown', 'unknown']);

    // Of whom the admin is shut out: the law goes on for them all the same.
    expect((await app.post('/v1/walls', { as: await app.signedIn('admin'), body: { detaineeId: person.id, userId: admin.id, reason: 'a conflict' } })).statusCode).toBe(201);
    await app.sweep('2026-11-24');
    expect([await marked(person.id), await marked(gone.id)]).toEqual([0, 0]);
    const first = await aStandard('BOUNDA', { standard: 'pbnds-2011', from: '2026-01-01', to: '2026-06-01' });
    expect([await marked(person.id), await marked(gone.id)]).toEqual([1, 0]);
    await aStandard('BOUNDA', { standard: 'nds-2025', from: '2026-06-01' });
    expect(await clauseOn(person.id, '2026-11-24', 'legal-visit-confidential')).toEqual(['met']);
    await app.sweep('2026-11-24');
    expect(await theSweepFinds(person.id, 'legal-visit-confidential')).toEqual(['met']);

    const path = `/v1/facilities/BOUNDA/standards/${first.id}`;
    expect((await app.get(path, { as: paralegal })).headers.etag).toBe('"1"');
    expect((await change('patch', path, 1, { standard: 'nds-2019', reason: 'the contract was misread' }, admin)).statusCode).toBe(200);
    expect((await change('patch', path, 1, { to: '2026-05-01', reason: 'late' }, admin)).statusCode).toBe(412);
    expect(await clauseOn(person.id, '2026-11-24', 'legal-visit-confidential')).toEqual([]);
    const before = new Date(new Date((await read(path)).recordedAt as string).getTime() - 1).toISOString();
    expect(await clauseOn(person.id, '2026-11-24', 'legal-visit-confidential', before)).toEqual(['met']);
    expect((await read(`/v1/facilities/BOUNDA/standards?asKnownOn=${before}`)).items.map(({ standard }: Recorded) => standard)).toEqual(['pbnds-2011', 'nds-2025']);
    expect((await change('delete', path, 2, { reason: 'of another facility' }, admin)).statusCode).toBe(204);
    expect((await read('/v1/facilities/BOUNDA/standards')).items.map(({ standard }: Recorded) => standard)).toEqual(['nds-2025']);
    expect((await app.database.query<{ action: string }>(`select action from audit_entry where subject = 'facility-standard' order by id`)).map(({ action }) => action))
      .toEqual(['recorded', 'recorded', 'corrected', 'withdrawn'].map((verb) => `facility-standard.${verb}`));
  });

  it.each<[string, object, number, string]>([
    ['with another from that day on', { from: '2027-01-01' }, 409, 'from'],
    ['that ends on the day on which the other begins', { from: '2025-01-01', to: '2026-01-01' }, 201, ''],
    ['that ends on the day after', { from: '2024-06-01', to: '2026-01-02' }, 409, 'from'],
    ['that ends on the day on which it begins', { from: '2024-01-01', to: '2024-01-01' }, 422, 'to'],
    ['that nobody knows', { from: '2020-01-01', to: '2020-02-01', standard: 'pnbds-2011' }, 400, 'standard'],
  ])('a standard %s', async (_what, body, status, path) => {
    await app.database.query(`insert into facility (detloc, name, source) values ('BOUNDB', 'Another place', 'a test') on conflict do nothing`);
    if ((await read('/v1/facilities/BOUNDB/standards')).items.length === 0) await aStandard('BOUNDB', { standard: 'nds-2019', from: '2026-01-01' });
    const answer = await app.post('/v1/facilities/BOUNDB/standards', { as: admin, body: { standard: 'pbnds-2011', source: 'a report', ...body } });
    expect([answer.statusCode, answer.json<Recorded>().errors?.[0].path ?? '']).toEqual([status, path]);
  });

  it('a standard is an administrator\'s to write, and of a facility on file', async () => {
    const body = { standard: 'nds-2019', from: '2026-01-01', source: 'a report' };
    expect((await app.post('/v1/facilities/STCLAMI/standards', { as: paralegal, body })).statusCode).toBe(403);
    expect((await app.post('/v1/facilities/NOWHERE/standards', { as: admin, body })).statusCode).toBe(404);
    expect((await app.get('/v1/facilities/NOWHERE/standards', { as: admin })).statusCode).toBe(404);
  });

  it('a G-28 makes counsel of record, whose notice of a transfer is then asked for until the day on which it ends; an EOIR-28 does not', async () => {
    const person = await aDetainee(app, paralegal);
    await app.database.query(`insert into facility (detloc, name, source) values ('BOUNDC', 'A third place', 'a test')`);
    await aStandard('BOUNDC', { standard: 'pbnds-2011', from: '2020-01-01' });
    await aStint(app, paralegal, person.id, { facility: 'BOUNDC', from: '2026-01-05' });
    await aFact(app, paralegal, person.id, 'events', { kind: 'transferred', at: '2026-08-03T08:00:00-04:00' });
    const told = () => clauseOn(person.id, '2026-08-06', 'counsel-told-within-24-hours');
    const representation = (body: object) => aFact(app, paralegal, person.id, 'representations', { counsel: 'Amal Haddad', firm: 'Haddad & Sons', ...body });

    await representation({ kind: 'eoir-28', from: '2026-06-01', court: 'Immigration Court, Detroit' });
    expect(await told()).toEqual([]);
    const g28 = await representation({ kind: 'g-28', from: '2026-08-03', scope: 'custody alone' });
    expect(await told()).toEqual(['met']);
    await app.sweep('2026-11-24');
    expect(await theSweepFinds(person.id, 'counsel-told-within-24-hours')).toEqual(['met']);

    const path = `/v1/detainees/${person.id}/representations/${g28.id}`;
    const correct = (seen: number, body: object) => change('patch', path, seen, { reason: 'the form itself came', ...body });
    expect((await correct(1, { from: '2026-08-04' })).statusCode).toBe(200);
    expect([await told(), await marked(person.id)]).toEqual([[], 1]);
    expect((await correct(2, { from: '2026-07-01', to: '2026-08-03' })).statusCode).toBe(200);
    expect(await told()).toEqual([]);
    expect((await correct(3, { to: '2026-08-04' })).statusCode).toBe(200);
    expect(await told()).toEqual(['met']);
    await app.sweep('2026-11-24');

    // Taken over by somebody of this office, who is named by their id and by nothing else.
    const taken = (await correct(4, { userId: paralegal.id, to: null })).json<Recorded>();
    expect(taken).toMatchObject({ version: 5, userId: paralegal.id, counsel: null, firm: null, to: null });
    expect((await correct(5, { userId: person.id })).json<Recorded>().errors[0].path).toBe('userId');
    expect((await correct(5, { documentId: person.id })).json<Recorded>().errors[0].path).toBe('documentId');
    const [row] = await app.database.query<{ rows: string }>('select json_agg(r)::text as rows from representation r where detainee_id = $1', [person.id]);
    for (const word of ['Haddad', 'Immigration Court', 'custody alone', 'the form itself']) expect(row.rows).not.toContain(word);
    expect((await read(path.slice(0, path.lastIndexOf('/')))).items).toHaveLength(2);
    expect((await change('delete', path, 5, { reason: 'of another client' })).statusCode).toBe(204);
    expect(await told()).toEqual([]);
    const outside = await app.signedIn('co-counsel');
    expect((await app.get(path, { as: outside })).statusCode).toBe(404);
    expect((await app.post(`/v1/detainees/${person.id}/representations`, { as: await app.signedIn('auditor'), body: { kind: 'g-28', firm: 'x', source: SOURCE } })).statusCode).toBe(403);
  });

  it('an attempt to reach a client answers with the rules of access that it touches, and the review finds what they judge', async () => {
    const person = await aDetainee(app, paralegal);
    await app.database.query(`insert into facility (detloc, name, source) values ('BOUNDD', 'A fourth place', 'a test')`);
    await aStint(app, paralegal, person.id, { facility: 'BOUNDD', from: '2026-01-05' });
    const collection = `/v1/detainees/${person.id}/counsel-contacts`;
    const send = (body: object, as = paralegal) => app.post(collection, { as, body: { source: SOURCE, manner: 'legal-call', outcome: 'asked', facility: 'BOUNDD', ...body } });
    const attempt = async (body: object) => {
      const answer = await send(body);
      expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
      return answer.json<Recorded>();
    };
    const rules = ({ clauses }: Recorded) => clauses.map(({ authority, clause, binds }: Recorded) => `${authority} ${clause} ${binds}`);
    const judged = ({ findings }: Recorded) => findings.map(({ clause, result, unverified }: Recorded) => [clause, result, unverified]);

    const unknown = await attempt({ at: '2026-09-01T09:00:00-04:00' });
    expect(judged(unknown)).toEqual([['legal-call-24-hours', 'unknown', true]]);
    expect(unknown.clauses[0]).toMatchObject({ clause: 'legal-call-24-hours', binds: 'unknown', missing: ['stints[0].standard'], unverified: true });

    await aStandard('BOUNDD', { standard: 'pbnds-2011', from: '2026-01-01' });
    const call = await attempt({ at: '2026-09-03T09:00:00-04:00', who: 'the front desk of Officer Kolb', said: 'no lines are free, said Officer Kolb' });
    expect([judged(call), rules(call)]).toEqual([[['legal-call-24-hours', 'met', true]], ['pbnds-2011 legal-call-24-hours yes']]);
    expect(call.findings[0].event).toBe(call.id);

    const path = `${collection}/${call.id}`;
    const came = (seen: number, body: object) => change('patch', path, seen, { reason: 'the call came', ...body });
    const late = await came(1, { outcome: 'late', grantedAt: '2026-09-04T09:01:00-04:00', minutes: 12, monitored: false });
    expect(late.json<Recorded>()).toMatchObject({ version: 2, waitMinutes: 1_441, grantedOn: '2026-09-04' });
    expect(judged(late.json<Recorded>())).toEqual([['legal-call-24-hours', 'met', true]]);
    const inTime = (await came(2, { outcome: 'granted', grantedAt: '2026-09-04T09:00:00-04:00' })).json<Recorded>();
    expect([judged(inTime), rules(inTime), inTime.waitMinutes]).toEqual([[], [], 1_440]);
    expect((await came(2, { minutes: 13 })).statusCode).toBe(412);

    const visit = await attempt({ manner: 'visit', outcome: 'granted', on: '2026-09-10', grantedOn: '2026-09-10', monitored: true });
    expect([judged(visit), rules(visit)]).toEqual([[['legal-visit-confidential', 'met', false]], ['pbnds-2011 legal-visit-confidential yes']]);
    await app.sweep('2026-11-24');
    const [found] = (await read(`/v1/findings?detainee=${person.id}&authority=pbnds-2011&result=met`)).items.filter(({ clause }: Recorded) => clause === 'legal-visit-confidential');
    expect((await read(`/v1/findings/${found.id}`)).restsOn).toContainEqual(expect.objectContaining({ kind: 'counsel-contact', id: visit.id, href: `${collection}/${visit.id}` }));
    expect(await app.database.query(`select event_key from finding where detainee_id = $1 and clause = 'legal-visit-confidential' and result = 'met' and superseded_at is null`, [person.id]))
      .toEqual([{ event_key: visit.id }]);

    const kept = await read(path);
    expect(inTime).toEqual({ ...kept, findings: [], clauses: [] });
    const [row] = await app.database.query<{ rows: string }>('select json_agg(c)::text as rows from counsel_contact c where detainee_id = $1', [person.id]);
    for (const word of ['Kolb', 'no lines', 'the call came']) expect(row.rows).not.toContain(word);
    for (const [body, fault] of [[{ at: '2026-11-24T12:00:01Z' }, 'at'], [{ on: '2026-09-01', outcome: 'granted' }, 'grantedOn'], [{ on: '2026-09-01', facility: 'NOWHERE' }, 'facility'],
      [{ at: '2026-11-24T11:00:00Z', outcome: 'granted', grantedAt: '2026-11-24T12:00:01Z' }, 'grantedAt']] as const) {
      const refused = await send(body);
      expect([refused.statusCode >= 400, refused.json<Recorded>().errors?.[0].path]).toEqual([true, fault]);
    }
    expect((await read(collection)).items).toHaveLength(3);
    expect((await app.get(collection, { as: await app.signedIn('co-counsel') })).statusCode).toBe(404);
    expect((await send({ on: '2026-09-01' }, await app.signedIn('auditor'))).statusCode).toBe(403);
    expect((await change('delete', path, 3, { reason: 'of another client' })).statusCode).toBe(204);
  });

  it('a report reads counsel of record, attempts and the standard of the place as the review does, also for who is shut out of the file', async () => {
    const [walled, auditor] = [await app.signedIn('admin'), await app.signedIn('auditor')];
    await app.database.query(`insert into facility (detloc, name, source) values ('BOUNDE', 'A fifth place', 'a test')`);
    await aStandard('BOUNDE', { standard: 'pbnds-2011', from: '2020-01-01' });
    const person = await aDetainee(app, paralegal);
    await aStint(app, paralegal, person.id, { facility: 'BOUNDE', from: '2026-01-05' });
    await aFact(app, paralegal, person.id, 'representations', { kind: 'g-28', firm: 'A Firm', from: '2026-06-01' });
    await aFact(app, paralegal, person.id, 'events', { kind: 'transferred', at: '2026-07-06T08:00:00-04:00' });
    await aFact(app, paralegal, person.id, 'counsel-contacts', { manner: 'visit', outcome: 'granted', on: '2026-07-10', grantedOn: '2026-07-10', monitored: true });
    expect((await app.post('/v1/walls', { as: admin, body: { detaineeId: person.id, userId: walled.id, reason: 'a conflict' } })).statusCode).toBe(201);
    await app.sweep('2026-11-24');
    const clauses = ['counsel-told-within-24-hours', 'legal-visit-confidential'];
    expect(await Promise.all(clauses.map((clause) => theSweepFinds(person.id, clause)))).toEqual([['met'], ['met']]);

    const made = async (as: SignedIn, audience: string): Promise<Recorded> => (await app.post('/v1/reports/compliance', {
      as, body: { from: '2026-07-01', through: '2026-07-31', authorities: ['pbnds-2011', 'pbnds-2011-transfers'], audience },
    })).json();
    const found = async (as: SignedIn) => {
      const { report } = await read(`/v1/reports/${(await made(as, 'office')).id}`, as);
      return report.findings.filter((finding: Recorded) => finding.person === person.id && finding.result === 'met').map(({ clause }: Recorded) => clause).sort();
    };
    expect([await found(admin), await found(walled)]).toEqual([clauses, clauses]);
    // An auditor opens nobody's file, and verifies all the same.
    const verified = await app.post(`/v1/reports/${(await made(admin, 'outside')).id}/verify`, { as: auditor });
    expect(verified.json<Recorded>()).toMatchObject({ holds: true });
  });
});
