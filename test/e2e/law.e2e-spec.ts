import { readFileSync } from 'node:fs';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';

interface WorkedCase { facts: Record<string, unknown> }
const WORKED = (JSON.parse(readFileSync('data/cases/worked-example.json', 'utf8')) as WorkedCase).facts;

describe('the law over HTTP', () => {
  let app: TestApp;
  let people: SignedIn[];

  beforeAll(async () => {
    app = await testApp();
    people = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const ask = (path: string, body: unknown) => app.post(`/v1/law/${path}`, { as: people[2], body });

  it('evaluates facts for every role and stores nothing', async () => {
    const before = await app.database.query<{ n: string }>('select count(*) as n from audit_entry');
    for (const person of people) {
      const answer = await app.post('/v1/law/evaluate', { as: person, body: WORKED });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        asOf: '2019-12-11', nextChangeOn: '2020-02-07', finality: { result: 'final', on: '2019-09-10', basis: 'appeal-waived' },
      });
    }
    expect(await app.database.query('select count(*) as n from audit_entry')).toEqual(before);
  });

  it('takes the circuit of the facility where none is given: Glades lies in the Eleventh', async () => {
    const { circuit, ...without } = WORKED;
    expect(circuit).toBe('11');
    expect((await ask('evaluate', without)).json()).toEqual((await ask('evaluate', WORKED)).json());
  });

  it('refuses facts that cannot be read, each by its path, and repeats no value', async () => {
    const answer = await ask('evaluate', { asOf: '2019-02-30', stints: [{ custodian: 'sheriff', from: '2019-05-02', to: '2019-05-01', endedBy: 'bond' }] });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json<{ errors: { path: string; allowed?: string[] }[] }>();
    expect(errors.map(({ path }) => path)).toEqual(expect.arrayContaining(['asOf', 'stints[0].custodian']));
    expect(errors.find(({ path }) => path === 'stints[0].custodian')!.allowed).toContain('county-for-ice');
    expect(answer.body).not.toContain('sheriff');
    expect((await ask('evaluate', [])).statusCode).toBe(400);
  });

  it('refuses ten thousand hearings to come, each on another day, before it looks at them', async () => {
    const events = Array.from({ length: 10_000 }, (_none, i) => ({ kind: 'hearing', on: new Date(Date.UTC(2026, 10, 25 + i)).toISOString().slice(0, 10) }));
    const answer = await ask('evaluate', { asOf: '2026-11-24', events });
    expect([answer.statusCode, answer.json().errors]).toEqual([400, [{ path: 'events', problem: 'has more than 300' }]]);
  });

  it('answers a deadline, and a list by a list', async () => {
    const appeal = { rule: 'bia-appeal', trigger: '2026-09-24' };
    expect((await ask('deadline', appeal)).json()).toMatchObject({ dueOn: '2026-10-26', unrolledOn: '2026-10-24', grade: 'V1', status: 'in-force' });
    const hours = { rule: 'frcp-6a', trigger: '2018-07-06T10:00:00-04:00', n: 48, unit: 'hour', direction: 'after' };
    expect((await ask('deadline', [appeal, hours])).json()).toMatchObject([{ dueOn: '2026-10-26' }, { dueAt: '2018-07-09T10:00:00-04:00' }]);
  });

  it('refuses a deadline that cannot be counted and says which rules there are', async () => {
    const answer = await ask('deadline', [{ rule: 'bia-appeal', trigger: '2026-09-24' }, { rule: 'habeas', trigger: '2026-09-24' }]);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ path: '[1].rule', allowed: expect.arrayContaining(['petition-for-review', 'frcp-6a']) as unknown }] });
  });

  it('lists every authority with its clauses, their citations and their force over time', async () => {
    const { items } = (await app.get('/v1/law/authorities', { as: people[1] })).json<{ items: { id: string; clauses: { id: string; citation: string; statusTimeline: unknown[] }[] }[] }>();
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['zadvydas-v-davis', '8-cfr-241.4', 'hamama-bond-injunction', 'ice-hold-rooms']));
    for (const { clauses } of items) for (const clause of clauses) expect(clause).toMatchObject({ citation: expect.stringMatching(/./) as unknown, statusTimeline: [{}, ...clause.statusTimeline.slice(1)] });
  });

  it.each(['POST evaluate', 'POST deadline', 'GET authorities'])('%s is closed to whoever is not signed in', async (route) => {
    const [method, path] = route.split(' ') as ['GET' | 'POST', string];
    expect((await app.send(method, `/v1/law/${path}`, method === 'POST' ? { body: WORKED } : {})).statusCode).toBe(401);
  });
});
