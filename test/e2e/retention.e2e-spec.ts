import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AuditModule } from '../../src/audit/audit.module.js';
import { Clock, FixedClock } from '../../src/common/clock.js';
import { CommonModule } from '../../src/common/common.module.js';
import { Config } from '../../src/common/config.js';
import { ReviewSignalModule } from '../../src/common/review-signal.js';
import { RetentionModule } from '../../src/retention/retention.module.js';
import { RetentionRun } from '../../src/retention/retention-run.service.js';
import { type Answer, type SignedIn, TEST_INSTANT, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, type Recorded, SOURCE } from '../support/factories.js';

let app: TestApp;
/** As the worker does it: under the worker's account of the database. */
let worker: INestApplicationContext;
let admin: SignedIn;
let attorney: SignedIn;
let folder: string;
/** The worker's nights are years away; whoever decides does it on the day of the tests. */
const clock = new FixedClock(TEST_INSTANT, 'America/Detroit');
let person: Recorded;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigil-retention-'));
  app = await testApp({ env: { VIGIL_DOCUMENTS_FOLDER: folder } });
  admin = await app.signedIn('admin');
  attorney = await app.signedIn('attorney');
  worker = await Test.createTestingModule({ imports: [CommonModule.of('worker'), ReviewSignalModule, AuditModule, RetentionModule] })
    .overrideProvider(Config).useValue(app.get(Config)).overrideProvider(Clock).useValue(clock).compile();
  await worker.init();
});
beforeEach(async () => {
  await app.database.query(`delete from retention_run; delete from retention_proposal; delete from legal_hold;
    update retention_rule set keep_months = null, version = version + 1;
    delete from note; delete from document; delete from document_content`);
  person = await aDetainee(app, attorney);
});
afterAll(async () => {
  await worker.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

const night = async (day: string) => {
  clock.set(`${day}T09:00:00Z`);
  return worker.get(RetentionRun).nightly();
};
const keep = async (kind: string, keepMonths: number | null): Promise<Answer> => {
  const { items } = (await app.get('/v1/retention/rules', { as: admin })).json();
  const { version } = items.find((rule: Recorded) => rule.kind === kind);
  return app.put(`/v1/retention/rules/${kind}`, { as: admin, headers: { 'if-match': `"${version}"` }, body: { keepMonths } });
};
const proposals = async (state = ''): Promise<Recorded[]> =>
  (await app.get(`/v1/retention/proposals${state && `?state=${state}`}`, { as: admin })).json().items;
const decide = (id: string, decision: string): Promise<Answer> => app.post(`/v1/retention/proposals/${id}/decision`, { as: admin, body: { decision } });
const hold = (body: object, as = admin): Promise<Answer> => app.post('/v1/holds', { as, body: { reason: 'A lawsuit is to be expected.', ...body } });
const lift = (id: string, as = admin): Promise<Answer> => app.delete(`/v1/holds/${id}`, { as, body: { reason: 'It was settled.' } });
const erase = (id = person.id as string): Promise<Answer> =>
  app.post(`/v1/detainees/${id}/erasure`, { as: admin, headers: { 'if-match': '"1"' }, body: { reason: 'client-request' } });
const noteRows = (id: string) => app.database.query('select 1 from note where id = $1', [id]);

/** Withdrawn on the day of the test, 24 November 2026, by the database's clock. */
async function aWithdrawnNote(): Promise<Recorded> {
  const note = await aFact(app, attorney, person.id, 'notes', { handling: 'privileged', body: 'Of another client.' });
  await app.delete(`/v1/detainees/${person.id}/notes/${note.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'Of another client.' } });
  await app.database.query(`update note set superseded_at = '2026-11-24T12:00:00Z' where id = $1`, [note.id]);
  return note;
}
async function aWithdrawnDocument(): Promise<Recorded> {
  const form = new FormData();
  form.append('handling', 'privileged');
  form.append('file', new Blob(['%PDF-1.7 a paper']), 'a.pdf');
  const document = (await app.post(`/v1/detainees/${person.id}/documents`, { as: attorney, body: form })).json();
  await app.delete(`/v1/detainees/${person.id}/documents/${document.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { reason: 'Of another client.' } });
  await app.database.query(`update document set superseded_at = '2026-11-24T12:00:00Z' where id = $1`, [document.id]);
  return document;
}
const stored = (): string[] => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(path.join(folder, name)).isFile());

describe('the rules of retention', () => {
  it('propose nothing until the office has decided', async () => {
    await aWithdrawnNote();
    expect(await night('2046-11-25')).toMatchObject({ proposed: 0, deleted: 0 });
  });

  it('propose a note that was withdrawn on 24 November 2026 and is kept six months on 25 May 2027, and not the day before', async () => {
    const note = await aWithdrawnNote();
    expect((await keep('withdrawn-note', 6)).statusCode).toBe(200);
    expect(await night('2027-05-24')).toMatchObject({ proposed: 0 });
    expect(await night('2027-05-25')).toMatchObject({ proposed: 1 });
    expect(await proposals()).toMatchObject([{ kind: 'withdrawn-note', subjectId: note.id, detaineeId: person.id, sinceOn: '2026-11-24', keepMonths: 6, state: 'proposed' }]);
  });

  it('run once a day, and propose once', async () => {
    await aWithdrawnNote();
    await keep('withdrawn-note', 6);
    expect(await night('2027-06-01')).toMatchObject({ proposed: 1 });
    expect(await night('2027-06-01')).toBeNull();
    expect(await night('2027-06-02')).toMatchObject({ proposed: 0 });
  });

  it('propose no note that stands, however old', async () => {
    await aFact(app, attorney, person.id, 'notes', { handling: 'privileged', body: 'It stands.' });
    await keep('withdrawn-note', 1);
    expect(await night('2099-01-01')).toMatchObject({ proposed: 0 });
  });

  it('are changed by whoever saw how they stand', async () => {
    await keep('withdrawn-note', 6);
    const late = await app.put('/v1/retention/rules/withdrawn-note', { as: admin, headers: { 'if-match': '"1"' }, body: { keepMonths: 1 } });
    expect([late.statusCode, late.json().current.keepMonths]).toEqual([412, 6]);
    expect((await app.put('/v1/retention/rules/other', { as: admin, headers: { 'if-match': '"1"' }, body: { keepMonths: 1 } })).statusCode).toBe(404);
  });
});

describe('what was proposed', () => {
  async function aProposal(): Promise<{ note: Recorded; id: string }> {
    const note = await aWithdrawnNote();
    await keep('withdrawn-note', 6);
    await night('2027-06-01');
    const [{ id }] = await proposals() as [Recorded];
    return { note, id };
  }

  it('goes in the night a day after it was approved, with all of its versions, and the log says who approved', async () => {
    const { note, id } = await aProposal();
    expect((await decide(id, 'approve')).json()).toMatchObject({ state: 'approved', decidedBy: admin.id });
    expect(await night('2027-06-02')).toMatchObject({ deleted: 1 });
    expect(await noteRows(note.id)).toEqual([]);
    expect(await proposals()).toMatchObject([{ id, state: 'done' }]);
    const entries = await app.database.query(`select after from audit_entry where action = 'retention.deleted' and subject_id = $1`, [note.id]);
    expect(entries).toMatchObject([{ after: { proposalId: id, approvedBy: admin.id } }]);
  });

  it('stays within the day after its approval', async () => {
    const { note, id } = await aProposal();
    await decide(id, 'approve');
    await app.database.query(`update retention_proposal set decided_at = '2027-06-01T20:00:00Z' where id = $1`, [id]);
    expect(await night('2027-06-02')).toMatchObject({ deleted: 0 });
    expect((await noteRows(note.id)).length).toBe(1);
  });

  it('stays when it is rejected, also after it was approved, and is not proposed again', async () => {
    const { note, id } = await aProposal();
    await decide(id, 'approve');
    expect((await decide(id, 'reject')).json().state).toBe('rejected');
    expect(await night('2027-06-03')).toMatchObject({ deleted: 0, proposed: 0 });
    expect((await noteRows(note.id)).length).toBe(1);
    expect((await decide(id, 'approve')).statusCode).toBe(409);
  });

  it('stays when a hold comes between the approval and the night, and is proposed again once it is lifted', async () => {
    const { note, id } = await aProposal();
    await decide(id, 'approve');
    const held = (await hold({ detaineeId: person.id })).json();
    expect(await night('2027-06-03')).toMatchObject({ deleted: 0, lapsed: 1, proposed: 0 });
    expect((await noteRows(note.id)).length).toBe(1);
    expect(await proposals()).toMatchObject([{ id, state: 'lapsed' }]);
    await lift(held.id);
    expect(await night('2027-06-04')).toMatchObject({ proposed: 1 });
  });

  it('is neither proposed nor approved under a hold on a class that the person belongs to', async () => {
    const { id } = await aProposal();
    await app.post(`/v1/detainees/${person.id}/memberships`, { as: attorney, body: { source: SOURCE, class: 'hamama-primary', from: '2017-06-24' } });
    expect((await hold({ class: 'hamama-primary' })).statusCode).toBe(201);
    expect((await decide(id, 'approve')).statusCode).toBe(409);
    expect(await night('2027-06-02')).toMatchObject({ lapsed: 1, proposed: 0 });
  });

  it('of documents takes the file out of the storage', async () => {
    const before = stored().length;
    const document = await aWithdrawnDocument();
    expect(stored().length).toBe(before + 1);
    await keep('withdrawn-document', 1);
    await night('2027-01-01');
    const [{ id, subjectId }] = await proposals('proposed') as [Recorded];
    expect(subjectId).toBe(document.id);
    await decide(id, 'approve');
    expect(await night('2027-01-03')).toMatchObject({ deleted: 1 });
    expect(stored().length).toBe(before);
    expect(await app.database.query('select 1 from document_content where detainee_id = $1', [person.id])).toEqual([]);
  });

  it('of a closed file erases the person, known not to be in custody, and nobody of whom that is not known', async () => {
    const unknown = await aDetainee(app, attorney);
    await aFact(app, attorney, person.id, 'stints', { custodian: 'ice', from: '2026-03-02', to: '2026-04-02', endedBy: 'bond' });
    await app.sweep('2026-11-24');
    await app.database.query('update evaluation set in_custody = (detainee_id <> $1) where detainee_id <> $1 or in_custody', [person.id]);
    await keep('closed-file', 84);
    await night('2033-11-24');
    expect(await proposals()).toEqual([]);
    await night('2033-11-25');
    expect(await proposals()).toMatchObject([{ kind: 'closed-file', detaineeId: person.id }]);
    const [{ id }] = await proposals() as [Recorded];
    await decide(id, 'approve');
    expect(await night('2033-11-27')).toMatchObject({ deleted: 1, failed: 0 });
    expect((await app.get(`/v1/detainees/${person.id}`, { as: admin })).json()).toMatchObject({ erasedReason: 'retention-ended', names: [] });
    expect((await app.get(`/v1/detainees/${unknown.id}`, { as: admin })).json().erasedAt).toBeNull();
  });
});

describe('a legal hold', () => {
  it('stops the erasure of a person until it is lifted', async () => {
    const { id } = (await hold({ detaineeId: person.id }, attorney)).json();
    const refused = await erase();
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining('legal hold') as string]);
    expect((await lift(id, attorney)).statusCode).toBe(204);
    expect((await erase()).statusCode).toBe(200);
  });

  it('on a class stops it for everybody who belongs to it, also who came later, and nobody else', async () => {
    await hold({ class: 'hamama-primary' });
    const other = await aDetainee(app, attorney);
    await app.post(`/v1/detainees/${person.id}/memberships`, { as: attorney, body: { source: SOURCE, class: 'hamama-primary' } });
    expect((await erase()).statusCode).toBe(409);
    expect((await erase(other.id)).statusCode).toBe(200);
  });

  it('is kept by the database itself, whoever deletes', async () => {
    const note = await aWithdrawnNote();
    await hold({ detaineeId: person.id });
    for (const [sql, id] of [
      ['delete from note where id = $1', note.id], [`select erase_person($1, 'client-request')`, person.id], ['select destroy_person_keys($1)', person.id],
    ] as [string, string][]) {
      await expect(app.database.query(sql, [id])).rejects.toMatchObject({ constraint: 'legal_hold_stands' });
    }
  });

  it('that is put up while somebody deletes waits, and stops whoever deletes next', async () => {
    const database = app.asOwner();
    let order = '';
    let put: Promise<Answer> | undefined;
    await database.transaction(async (tx) => {
      await tx.query('select require_no_hold($1)', [person.id]);
      put = hold({ detaineeId: person.id }).then((answer) => {
        order += 'held ';
        return answer;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      order += 'deleted ';
    });
    expect((await put!).statusCode).toBe(201);
    expect(order).toBe('deleted held ');
    await expect(database.query('select require_no_hold($1)', [person.id])).rejects.toMatchObject({ constraint: 'legal_hold_stands' });
  });

  it('says who put it up and lifted it, why and when, and is put up once', async () => {
    const { id } = (await hold({ detaineeId: person.id }, attorney)).json();
    expect((await hold({ detaineeId: person.id })).statusCode).toBe(409);
    await lift(id);
    expect((await app.get(`/v1/holds/${id}`, { as: attorney })).json()).toMatchObject({
      detaineeId: person.id, class: null, reason: 'A lawsuit is to be expected.', putUpBy: attorney.id, liftedBy: admin.id, liftedReason: 'It was settled.',
    });
    expect((await lift(id)).statusCode).toBe(409);
    expect((await app.get('/v1/holds?standing=true', { as: admin })).json().items).toEqual([]);
    const actions = await app.database.query<{ action: string }>(`select action from audit_entry where subject = 'legal-hold' and subject_id = $1 order by id`, [id]);
    expect(actions.map(({ action }) => action)).toEqual(['legal-hold.put-up', 'legal-hold.lifted']);
  });

  it('on a class is an admin’s; on both or on neither it is none; on nobody it is not found', async () => {
    expect((await hold({ class: 'hamama-primary' }, attorney)).statusCode).toBe(403);
    expect((await hold({ class: 'hamama-primary', detaineeId: person.id })).statusCode).toBe(422);
    expect((await hold({})).statusCode).toBe(422);
    expect((await hold({ detaineeId: '00000000-0000-4000-8000-00000000abcd' })).statusCode).toBe(404);
  });

  it('binds an admin who cannot see the person, and is not seen by them', async () => {
    const { id } = (await hold({ detaineeId: person.id })).json();
    const shutOut = await app.signedIn('attorney');
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person.id, userId: shutOut.id, reason: 'A conflict.' } });
    expect((await app.get(`/v1/holds/${id}`, { as: shutOut })).statusCode).toBe(404);
    expect((await hold({ detaineeId: person.id }, shutOut)).statusCode).toBe(404);
  });
});
