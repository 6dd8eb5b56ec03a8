import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aRemovalOrder, aStint, twoFacilities } from '../support/factories.js';

const REASON = 'A conflict of interest.';
const NOBODY = '00000000-0000-4000-8000-00000000abcd';

let app: TestApp;
let admin: SignedIn;
let attorney: SignedIn;
let paralegal: SignedIn;
let person: string;

beforeAll(async () => {
  app = await testApp();
  await twoFacilities(app.database);
  [admin, attorney, paralegal] = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal')];
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.database.query(`update office set visibility = 'office'`);
  person = await somebody();
});

async function somebody(as = paralegal, overrides = {}): Promise<string> {
  const { id } = await aDetainee(app, as, { names: [{ kind: 'primary', fullName: 'Nahrin Odisho' }], ...overrides });
  return id;
}

const statusOf = async (as: SignedIn, path: string): Promise<number> => (await app.get(path, { as })).statusCode;
const sees = async (as: SignedIn, id = person): Promise<boolean> => (await statusOf(as, `/v1/detainees/${id}`)) === 200;
const putUp = async (user: SignedIn, detaineeId = person, as = admin) => app.post('/v1/walls', { as, body: { detaineeId, userId: user.id, reason: REASON } });
const breakGlass = (as: SignedIn, id = person) => app.post(`/v1/detainees/${id}/break-glass`, { as, body: { reason: 'The hearing is in an hour.' } });
const grant = (user: SignedIn, as = admin, id = person) => app.post(`/v1/detainees/${id}/team`, { as, body: { userId: user.id, reason: 'Of counsel.' } });
const logged = (action: string, id = person) =>
  app.database.query<{ actor_id: string; after: unknown }>('select actor_id, after from audit_entry where action = $1 and detainee_id = $2', [action, id]);

describe('a wall', () => {
  it('shuts a paralegal out of every route of the file at once, and out of lists, search and findings, and nobody else', async () => {
    const stint = await aStint(app, paralegal, person, { from: '2026-03-02' });
    await aRemovalOrder(app, paralegal, person, { decidedOn: '2026-03-20', appeal: { waivedOn: '2026-03-20', filed: false }, events: [] });
    await app.sweep('2026-11-24');
    const [finding] = (await app.get(`/v1/findings?detainee=${person}`, { as: paralegal })).json().items;
    const paths = [`/v1/detainees/${person}`, `/v1/detainees/${person}/history`, `/v1/detainees/${person}/stints`, `/v1/detainees/${person}/stints/${stint.id}`,
      `/v1/detainees/${person}/names`, `/v1/detainees/${person}/evaluation`, `/v1/detainees/${person}/team`, `/v1/findings/${finding.id}`];
    const found = async (as: SignedIn): Promise<boolean[]> => [
      (await app.get('/v1/detainees?limit=200', { as })).json().items,
      (await app.post('/v1/detainees/search', { as, body: { name: 'Nahrin Odisho', limit: 200 } })).json().items,
      (await app.get('/v1/findings?limit=200', { as })).json().items.map((item: { person: object }) => item.person),
    ].map((items: { id: string }[]) => items.some(({ id }) => id === person));
    for (const path of paths) expect([path, await statusOf(paralegal, path)]).toEqual([path, 200]);
    expect(await found(paralegal)).toEqual([true, true, true]);

    expect((await putUp(paralegal)).statusCode).toBe(201);
    for (const path of paths) expect([path, await statusOf(paralegal, path)]).toEqual([path, 404]);
    expect(await found(paralegal)).toEqual([false, false, false]);
    for (const path of paths) expect([path, await statusOf(attorney, path)]).toEqual([path, 200]);
    expect(await found(attorney)).toEqual([true, true, true]);
  });

  it('refuses what would change the file as it refuses a file that is not there, and keeps nothing of it', async () => {
    const stint = await aStint(app, paralegal, person);
    await putUp(paralegal);
    const before = await app.database.query('select * from custody_stint where detainee_id = $1', [person]);
    const source = { kind: 'document', text: 'NTA' };
    const headers = { 'if-match': '"1"' };
    const changes = [
      await app.post(`/v1/detainees/${person}/stints`, { as: paralegal, body: { source, facility: 'GLADEFL', custodian: 'ice', from: '2026-05-01' } }),
      await app.patch(`/v1/detainees/${person}/stints/${stint.id}`, { as: paralegal, headers, body: { reason: 'x', to: '2026-05-01', endedBy: 'bond' } }),
      await app.delete(`/v1/detainees/${person}/stints/${stint.id}`, { as: paralegal, headers, body: { reason: 'x' } }),
      await app.put(`/v1/detainees/${person}/known-lists/stints`, { as: paralegal, body: { source } }),
    ];
    expect(changes.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    const absent = await app.post(`/v1/detainees/${NOBODY}/stints`, { as: paralegal, body: { source, facility: 'GLADEFL', custodian: 'ice', from: '2026-05-01' } });
    expect(changes[0].json().detail).toBe(absent.json().detail);
    expect(await app.database.query('select * from custody_stint where detainee_id = $1', [person])).toEqual(before);
  });

  it('is stronger than the team, the assignment and the role of an admin', async () => {
    const other = await app.signedIn('admin');
    const mine = await somebody(attorney, { attorneyId: attorney.id });
    for (const user of [attorney, other]) expect((await putUp(user, mine)).statusCode).toBe(201);
    expect([await sees(attorney, mine), await sees(other, mine), await sees(admin, mine)]).toEqual([false, false, true]);
  });

  it('is taken down by another admin, with a reason, and stays on record', async () => {
    const other = await app.signedIn('admin');
    const wall = (await putUp(other)).json();
    const down = (as: SignedIn) => app.delete(`/v1/walls/${wall.id}`, { as, body: { reason: 'The conflict is over.' } });
    expect((await down(other)).statusCode).toBe(409);
    expect(await sees(other)).toBe(false);
    expect((await down(admin)).statusCode).toBe(204);
    expect(await sees(other)).toBe(true);
    expect((await down(admin)).statusCode).toBe(409);
    const { items } = (await app.get(`/v1/walls?detainee=${person}`, { as: admin })).json();
    expect(items).toMatchObject([{ id: wall.id, user: { id: other.id }, reason: REASON, putUpBy: admin.id, takenDownBy: admin.id, takenDownReason: 'The conflict is over.' }]);
    expect((await app.get(`/v1/walls?detainee=${person}&standing=true`, { as: admin })).json().items).toEqual([]);
    expect(await logged('wall.put-up')).toMatchObject([{ actor_id: admin.id }]);
    expect(await logged('wall.taken-down')).toMatchObject([{ actor_id: admin.id }]);
  });

  it('is put up once, for a user, about somebody on file', async () => {
    expect((await putUp(paralegal)).statusCode).toBe(201);
    const again = await putUp(paralegal);
    expect(again.statusCode).toBe(409);
    expect(again.json().errors).toMatchObject([{ path: 'userId' }]);
    expect((await putUp(paralegal, NOBODY)).json().errors).toMatchObject([{ path: 'detaineeId' }]);
    expect((await putUp({ ...paralegal, id: NOBODY })).json().errors).toMatchObject([{ path: 'userId' }]);
    expect((await putUp(paralegal, person, attorney)).statusCode).toBe(403);
  });

  it.each(['walls', 'break-glass'])('is listed page by page, each once: %s', async (list) => {
    for (const user of [attorney, await app.signedIn('paralegal'), await app.signedIn('admin')]) {
      await putUp(user);
      expect((await breakGlass(user)).statusCode).toBe(201);
    }
    const page = async (query: string) => (await app.get(`/v1/${list}?${query}`, { as: admin })).json();
    const all: string[] = (await page('limit=200')).items.map(({ id }: { id: string }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await page(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...items.map(({ id }: { id: string }) => id));
      cursor = nextCursor;
    }
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(paged).toEqual(all);
  });

  it('does not let an identifier be taken twice, and does not say whose it is', async () => {
    const value = '123456789';
    await somebody(paralegal, { identifiers: [{ kind: 'a-number', value }] }).then((id) => putUp(attorney, id));
    const refused = await app.post('/v1/detainees', { as: attorney, body: { source: { kind: 'document', text: 'NTA' }, names: [{ kind: 'primary', fullName: 'X Y' }], identifiers: [{ kind: 'a-number', value }] } });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).not.toContain('Nahrin');
  });
});

describe('outside co-counsel', () => {
  it('see the person they were granted, record facts of that person, and see nobody once it is revoked', async () => {
    const counsel = await app.signedIn('co-counsel');
    expect(await sees(counsel)).toBe(false);
    expect((await app.get('/v1/detainees', { as: counsel })).json().items).toEqual([]);
    const place = (await grant(counsel, attorney)).json();
    expect(place).toMatchObject({ user: { id: counsel.id, role: 'co-counsel' }, grantedBy: attorney.id, reason: 'Of counsel.' });
    expect((await app.get('/v1/detainees', { as: counsel })).json().items).toMatchObject([{ id: person }]);
    await aStint(app, counsel, person);
    expect((await app.post('/v1/detainees', { as: counsel, body: {} })).statusCode).toBe(403);
    expect((await breakGlass(counsel)).statusCode).toBe(403);

    expect((await app.delete(`/v1/detainees/${person}/team/${place.id}`, { as: attorney })).statusCode).toBe(204);
    expect(await sees(counsel)).toBe(false);
    expect((await app.delete(`/v1/detainees/${person}/team/${place.id}`, { as: attorney })).statusCode).toBe(409);
    const { items } = (await app.get(`/v1/detainees/${person}/team`, { as: attorney })).json();
    expect(items).toMatchObject([{ user: { id: paralegal.id } }, { user: { id: counsel.id }, revokedBy: attorney.id }]);
    expect(await logged('team.granted')).toHaveLength(1);
    expect(await logged('team.revoked')).toHaveLength(1);
  });

  it('are put on a team by whoever sees the person, once', async () => {
    const counsel = await app.signedIn('co-counsel');
    await putUp(attorney);
    expect((await grant(counsel, attorney)).statusCode).toBe(404);
    expect((await grant(counsel)).statusCode).toBe(201);
    expect((await grant(counsel)).statusCode).toBe(409);
    expect((await grant(await app.signedIn('auditor'))).json().errors).toMatchObject([{ path: 'userId' }]);
  });
});

describe('an auditor', () => {
  it('opens no file', async () => {
    const auditor = await app.signedIn('auditor');
    for (const path of ['/v1/detainees', `/v1/detainees/${person}`, '/v1/findings', `/v1/detainees/${person}/evaluation`]) expect(await statusOf(auditor, path)).toBe(403);
  });
});

describe('an office where people see those whose team they are on', () => {
  beforeEach(async () => {
    const { headers } = await app.get('/v1/office', { as: admin });
    const changed = await app.patch('/v1/office', { as: admin, headers: { 'if-match': headers.etag }, body: { visibility: 'team' } });
    expect(changed.json()).toMatchObject({ visibility: 'team' });
  });

  it('whoever opened the file, its attorney, the admins, and whom they put on the team', async () => {
    const other = await app.signedIn('paralegal');
    expect([await sees(paralegal), await sees(admin), await sees(attorney), await sees(other)]).toEqual([true, true, false, false]);
    const { headers } = await app.get(`/v1/detainees/${person}`, { as: admin });
    await app.patch(`/v1/detainees/${person}`, { as: admin, headers: { 'if-match': headers.etag }, body: { attorneyId: attorney.id } });
    expect(await sees(attorney)).toBe(true);
    await grant(other, attorney);
    expect(await sees(other)).toBe(true);
  });

  it('can be opened a file by an attorney, who sees it and changes it', async () => {
    const mine = await somebody(attorney);
    await aStint(app, attorney, mine);
    expect([await sees(attorney, mine), await sees(paralegal, mine)]).toEqual([true, false]);
  });

  it('is changed by an admin who saw what it was', async () => {
    const body = { visibility: 'office' };
    expect((await app.patch('/v1/office', { as: admin, headers: { 'if-match': '"1"' }, body })).statusCode).toBe(412);
    expect((await app.patch('/v1/office', { as: attorney, headers: { 'if-match': '"1"' }, body })).statusCode).toBe(403);
  });
});

describe('breaking the glass', () => {
  it('opens the file for an hour, to whoever broke it alone', async () => {
    const [other, third] = [await app.signedIn('admin'), await app.signedIn('paralegal')];
    for (const user of [other, third]) await putUp(user);
    const broken = await breakGlass(other);
    expect(broken.statusCode).toBe(201);
    const { brokenAt, endsAt } = broken.json();
    expect(Date.parse(endsAt) - Date.parse(brokenAt)).toBe(3_600_000);
    expect(await app.get(broken.headers.location, { as: other }).then((answer) => answer.json())).toEqual(broken.json());
    expect([await sees(other), await sees(third)]).toEqual([true, false]);

    const age = (by: string) => app.database.query('update broken_glass set broken_at = broken_at - $2::interval, ends_at = ends_at - $2::interval where id = $1', [broken.json().id, by]);
    await age('59 minutes');
    expect(await sees(other)).toBe(true);
    await age('1 minute');
    expect(await sees(other)).toBe(false);
  });

  it('takes down no wall: whoever is inside cannot take theirs down', async () => {
    const other = await app.signedIn('admin');
    const wall = (await putUp(other)).json();
    await breakGlass(other);
    expect((await app.delete(`/v1/walls/${wall.id}`, { as: other, body: { reason: 'x' } })).statusCode).toBe(409);
  });

  it('is logged with its reason, in the same transaction', async () => {
    await putUp(attorney);
    await breakGlass(attorney);
    expect(await logged('glass.broken')).toMatchObject([{ actor_id: attorney.id }]);
    await app.database.query(`create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'no log today'; end $$;
      create trigger refuse_audit before insert on audit_entry for each row execute function refuse_audit()`);
    await app.database.query('update broken_glass set broken_at = broken_at - $1::interval, ends_at = ends_at - $1::interval', ['2 hours']);
    expect((await breakGlass(attorney)).statusCode).toBe(500);
    expect(await sees(attorney)).toBe(false);
    await app.database.query('drop trigger refuse_audit on audit_entry; drop function refuse_audit');
  });

  it('is refused where nothing is closed, where nobody is on file, without a reason, and again within the hour', async () => {
    expect((await breakGlass(attorney)).statusCode).toBe(409);
    expect((await breakGlass(attorney, NOBODY)).statusCode).toBe(404);
    await putUp(attorney);
    expect((await app.post(`/v1/detainees/${person}/break-glass`, { as: attorney, body: { reason: ' ' } })).statusCode).toBe(400);
    expect((await breakGlass(attorney)).statusCode).toBe(201);
    expect((await breakGlass(attorney)).statusCode).toBe(409);
  });

  it('stands on the next day on the list of the admins and of the person\'s attorney, and of nobody else; the day before and after are empty', async () => {
    const [theirs, shutOut] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
    const mine = await somebody(attorney, { attorneyId: theirs.id });
    await putUp(shutOut, mine);
    const { id } = (await breakGlass(shutOut, mine)).json();
    // Late on the evening of 15 January in Detroit: already the 16th in UTC.
    await app.database.query(`update broken_glass set broken_at = '2026-01-16T04:59:59Z', ends_at = '2026-01-16T05:30:00Z' where id = $1`, [id]);
    const listed = async (as: SignedIn, day: string): Promise<string[]> =>
      (await app.get(`/v1/break-glass?day=${day}&limit=200`, { as })).json().items.map((item: { id: string }) => item.id);
    for (const user of [admin, theirs]) {
      expect([await listed(user, '2026-01-14'), await listed(user, '2026-01-15'), await listed(user, '2026-01-16')]).toEqual([[], [id], []]);
    }
    expect(await listed(attorney, '2026-01-15')).toEqual([]);
    expect(await statusOf(shutOut, '/v1/break-glass')).toBe(403);
  });

  it('is gone through once, by somebody else than who broke it', async () => {
    const other = await app.signedIn('admin');
    await putUp(other);
    const { id } = (await breakGlass(other)).json();
    const review = (as: SignedIn) => app.post(`/v1/break-glass/${id}/review`, { as, body: { note: 'Asked; the hearing was real.' } });
    expect((await review(other)).statusCode).toBe(409);
    expect((await review(attorney)).statusCode).toBe(404);
    expect((await review(admin)).json()).toMatchObject({ reviewedBy: admin.id, note: 'Asked; the hearing was real.' });
    expect((await review(admin)).statusCode).toBe(409);
    const waiting = (await app.get('/v1/break-glass?reviewed=false&limit=200', { as: admin })).json().items;
    expect(waiting.some((item: { id: string }) => item.id === id)).toBe(false);
    expect(await logged('glass.reviewed')).toMatchObject([{ actor_id: admin.id }]);
  });
});

describe('a reason', () => {
  const SAID = 'Her-cousin-Tamarind-is-a-client.';
  const plain = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const table of ['wall', 'person_grant', 'broken_glass', 'legal_hold', 'audit_entry', 'idempotency_key']) {
      const rows = await app.database.query(`select from ${table} t where t::text like '%Tamarind%' limit 1`);
      if (rows.length > 0) found.push(table);
    }
    return found;
  };

  it('of a wall, a team, broken glass, its review and a hold is in no table as it was said, and is read by whoever sees the person', async () => {
    const counsel = await app.signedIn('co-counsel');
    const body = { detaineeId: person, userId: paralegal.id, reason: SAID };
    const wall = await app.post('/v1/walls', { as: admin, body, headers: { 'idempotency-key': `wall-on-${person}` } });
    const team = await app.post(`/v1/detainees/${person}/team`, { as: attorney, body: { userId: counsel.id, reason: SAID } });
    const broken = await app.post(`/v1/detainees/${person}/break-glass`, { as: paralegal, body: { reason: SAID } });
    const review = await app.post(`/v1/break-glass/${broken.json().id}/review`, { as: admin, body: { note: SAID } });
    const hold = await app.post('/v1/holds', { as: attorney, body: { detaineeId: person, reason: SAID } });
    expect([wall, team, broken, hold].map((answer) => [answer.statusCode, answer.json().reason])).toEqual(Array(4).fill([201, SAID]));
    expect(review.json()).toMatchObject({ reason: SAID, note: SAID });
    expect((await app.delete(`/v1/holds/${hold.json().id}`, { as: attorney, body: { reason: SAID } })).statusCode).toBe(204);
    expect((await app.delete(`/v1/walls/${wall.json().id}`, { as: admin, body: { reason: SAID } })).statusCode).toBe(204);
    expect(await plain()).toEqual([]);

    const read = async (path: string, as = admin) => (await app.get(path, { as })).json();
    expect(await read(`/v1/walls/${wall.json().id}`)).toMatchObject({ reason: SAID, takenDownReason: SAID });
    expect(await read(`/v1/detainees/${person}/team/${team.json().id}`)).toMatchObject({ reason: SAID });
    expect((await read(`/v1/break-glass?limit=200`)).items.find(({ id }: { id: string }) => id === broken.json().id)).toMatchObject({ reason: SAID, note: SAID });
    expect(await read(`/v1/holds/${hold.json().id}`)).toMatchObject({ reason: SAID, liftedReason: SAID });
    expect((await read(`/v1/detainees/${person}/team`)).items.map(({ reason }: { reason: string }) => reason)).toEqual(['Opened the file.', SAID]);
  });

  it('of a wall on somebody whom an admin does not see can be given by that admin, and is not read by them', async () => {
    const other = await app.signedIn('admin');
    expect((await putUp(other)).statusCode).toBe(201);
    const wall = await app.post('/v1/walls', { as: other, body: { detaineeId: person, userId: paralegal.id, reason: SAID } });
    expect([wall.statusCode, wall.json().reason]).toEqual([201, SAID]);
    expect((await app.get(`/v1/walls/${wall.json().id}`, { as: other })).json()).toMatchObject({ id: wall.json().id, reason: null });
    expect((await app.get(`/v1/walls?detainee=${person}`, { as: other })).json().items.map(({ reason }: { reason: unknown }) => reason)).toEqual([null, null]);
    expect((await app.get(`/v1/walls/${wall.json().id}`, { as: admin })).json()).toMatchObject({ reason: SAID });
    const entries = (await app.get(`/v1/audit?action=wall.put-up&detainee=${person}`, { as: admin })).json().items;
    expect(entries.map(({ after }: { after: { reason: string } }) => after.reason)).toEqual([SAID, REASON]);
  });

  it('of broken glass is closed to whoever broke it once the hour is over, with the file', async () => {
    await putUp(paralegal);
    const broken = await breakGlass(paralegal);
    const read = async () => (await app.get(broken.headers.location, { as: paralegal })).json().reason;
    expect(await read()).toBe('The hearing is in an hour.');
    await app.database.query(`update broken_glass set broken_at = broken_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = $1`, [broken.json().id]);
    expect(await read()).toBeNull();
  });

  it('of a hold on a class is about nobody, and stays as it is, whatever it looks like', async () => {
    const reason = 'sealed:1:not-really';
    const hold = await app.post('/v1/holds', { as: admin, body: { class: 'hamama-primary', reason } });
    expect([hold.statusCode, hold.json().reason]).toEqual([201, reason]);
    expect((await app.delete(`/v1/holds/${hold.json().id}`, { as: admin, body: { reason } })).statusCode).toBe(204);
    expect((await app.get(`/v1/holds/${hold.json().id}`, { as: admin })).json()).toMatchObject({ reason, liftedReason: reason });
  });

  it('goes with the person', async () => {
    await putUp(paralegal);
    const erased = await app.post(`/v1/detainees/${person}/erasure`, { as: admin, body: { reason: 'client-request' }, headers: { 'if-match': '"1"' } });
    expect(erased.statusCode).toBe(200);
    expect(await app.database.query('select from wall where detainee_id = $1', [person])).toEqual([]);
    expect((await putUp(attorney)).statusCode).toBe(410);
  });
});

describe('an answer that is kept for a repeated request', () => {
  const send = (as: SignedIn, key: string, path = `/v1/detainees/${person}/stints`, body: object = { source: { kind: 'person', text: 'a call' }, custodian: 'ice', from: '2026-03-02' }) =>
    app.post(path, { as, body, headers: { 'idempotency-key': key } });

  it('is not given again to somebody who was shut out meanwhile, and is again once the wall is down', async () => {
    const first = await send(paralegal, person);
    expect((await send(paralegal, person)).headers['idempotency-replayed']).toBe('true');
    const wall = (await putUp(paralegal)).json();
    const again = await send(paralegal, person);
    expect([again.statusCode, again.json().detail]).toEqual([404, (await app.get(`/v1/detainees/${person}`, { as: paralegal })).json().detail]);
    expect(again.body).not.toContain(first.json().id);
    expect(await app.database.query('select from custody_stint where detainee_id = $1', [person])).toHaveLength(1);
    expect((await app.delete(`/v1/walls/${wall.id}`, { as: admin, body: { reason: 'Over.' } })).statusCode).toBe(204);
    expect((await send(paralegal, person)).json()).toEqual(first.json());
  });

  it('that opened the file is none either: the person of it stands in the answer alone', async () => {
    const body = { source: { kind: 'person', text: 'a call' }, names: [{ kind: 'primary', fullName: 'Tavi Marogi' }] };
    const first = await send(paralegal, `opened-${person}`, '/v1/detainees', body);
    await putUp(paralegal, first.json().id);
    const again = await send(paralegal, `opened-${person}`, '/v1/detainees', body);
    expect([again.statusCode, again.body.includes('Tavi')]).toEqual([404, false]);
  });

  it('of broken glass ends with the hour', async () => {
    await putUp(paralegal);
    const path = `/v1/detainees/${person}/break-glass`;
    const body = { reason: 'The hearing is in an hour.' };
    const first = await send(paralegal, `glass-${person}`, path, body);
    expect((await send(paralegal, `glass-${person}`, path, body)).json()).toEqual(first.json());
    await app.database.query(`update broken_glass set broken_at = broken_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = $1`, [first.json().id]);
    expect((await send(paralegal, `glass-${person}`, path, body)).statusCode).toBe(404);
  });

  it('about somebody whom the user did not see in the first place is what they were told, and is told again', async () => {
    const other = await app.signedIn('admin');
    await putUp(other);
    const body = { detaineeId: person, userId: paralegal.id, reason: REASON };
    const first = await send(other, `wall-by-${person}`, '/v1/walls', body);
    const again = await send(other, `wall-by-${person}`, '/v1/walls', body);
    expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()]);
  });

  it('of a user who sees their team alone ends when they are taken off it', async () => {
    const counsel = await app.signedIn('co-counsel');
    const place = (await grant(counsel)).json();
    expect((await send(counsel, person)).statusCode).toBe(201);
    expect((await send(counsel, person)).statusCode).toBe(201);
    expect((await app.delete(`/v1/detainees/${person}/team/${place.id}`, { as: admin })).statusCode).toBe(204);
    expect((await send(counsel, person)).statusCode).toBe(404);
  });
});
