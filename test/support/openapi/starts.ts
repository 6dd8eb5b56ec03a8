import { randomUUID } from 'node:crypto';
import type { SignedIn, TestApp } from '../app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded } from '../factories.js';
import type { Operation } from './document.js';

/** What one operation begins with. */
export interface Start {
  /** what there is, and alone is there, by the address of the list in which it stands */
  there?: Readonly<Record<string, readonly string[]>>;
  /** what the body says in these fields */
  said?: Readonly<Record<string, unknown>>;
}

type Begin = (app: TestApp, admin: SignedIn) => Promise<Start>;

const PEOPLE = '/v1/detainees';
const about = (person: string, said?: Start['said']): Start => ({ there: { [PEOPLE]: [person] }, said });

const MEMBERSHIPS = `${PEOPLE}/{detaineeId}/class-memberships`;

/**
 * Operations that need what nobody records (a review finds it, the law proposes it) or what no drawn request comes upon
 * (somebody behind a wall). It is made just before their turn: what was there at the beginning is changed by then.
 */
const STARTS: Readonly<Record<string, Begin>> = {
  [`POST ${PEOPLE}/{detaineeId}/identity`]: async (app, admin) => {
    const { id, identity } = await aDetainee(app, admin);
    await ok(app.delete(`${PEOPLE}/${id}/identity/${identity.id}`, { as: admin, body: { reason: 'Of somebody else.' }, headers: { 'if-match': `"${identity.version}"` } }));
    return about(id);
  },
  [`GET ${PEOPLE}/{detaineeId}/known-lists/{list}`]: aCompleteList,
  [`POST ${PEOPLE}/{detaineeId}/team`]: async (app, admin) => about((await aDetainee(app, admin)).id, { userId: (await app.signedIn('attorney')).id }),
  [`POST ${PEOPLE}/{detaineeId}/break-glass`]: async (app, admin) => about(await behindAWall(app, admin)),
  [`GET ${PEOPLE}/{detaineeId}/break-glass/{id}`]: async (app, admin) => {
    const person = await behindAWall(app, admin);
    return { there: { [PEOPLE]: [person], [`${PEOPLE}/${person}/break-glass`]: [await aBrokenGlass(app, admin, person)] } };
  },
  'POST /v1/break-glass/{id}/review': async (app) => {
    const attorney = await app.signedIn('attorney');
    return { there: { '/v1/break-glass': [await aBrokenGlass(app, attorney, await behindAWall(app, attorney))] } };
  },
  'GET /v1/findings/{id}': aFinding,
  'POST /v1/findings/{id}/acknowledge': aFinding,
  'POST /v1/findings/{id}/snooze': aFinding,
  'POST /v1/findings/{id}/review': aFinding,
  [`POST ${MEMBERSHIPS}/confirm`]: aProposal,
  [`POST ${MEMBERSHIPS}/decline`]: aProposal,
  [`POST ${MEMBERSHIPS}/leave`]: async (app, admin) => {
    const { id } = await aDetainee(app, admin);
    await aFact(app, admin, id, 'memberships', { class: 'hamama-final-order', from: '2017-06-24' });
    return about(id);
  },
  'PUT /v1/ice-contacts/drafts/{id}': aDraft,
  'GET /v1/ice-contacts/drafts/{id}': aDraft,
  'DELETE /v1/ice-contacts/drafts/{id}': aDraft,
};

export const startOf = ({ route }: Operation, app: TestApp, admin: SignedIn): Promise<Start> => STARTS[route]?.(app, admin) ?? Promise.resolve({});

/** An Iraqi who is past six months, with an order that has been final since 2010. */
async function aPersonHeld(app: TestApp, admin: SignedIn): Promise<string> {
  const { id } = await aDetainee(app, admin);
  await aStint(app, admin, id, { from: '2017-06-11' });
  await aRemovalOrder(app, admin, id, { decidedOn: '2010-05-01', inAbsentia: false, appeal: { waivedOn: '2010-05-01', filed: false }, events: [] });
  return id;
}

/** What comes of a review and is recorded by nobody. */
export async function aFinding(app: TestApp, admin: SignedIn): Promise<Start> {
  const person = await aPersonHeld(app, admin);
  await app.sweep(app.clock.today());
  const findings = await app.database.query<{ id: string }>(`select id from finding where detainee_id = $1 and superseded_at is null and result = 'met'`, [person]);
  return { there: { '/v1/findings': findings.map(({ id }) => id) } };
}

async function aProposal(app: TestApp, admin: SignedIn): Promise<Start> {
  const person = await aPersonHeld(app, admin);
  const { items } = (await app.get(`${PEOPLE}/${person}/class-memberships/proposals`, { as: admin })).json<{ items: Recorded[] }>();
  const { class: slug, proposal } = items.find(({ standing }) => standing === 'not-on-file');
  return about(person, { class: slug, proposal });
}

async function aCompleteList(app: TestApp, admin: SignedIn): Promise<Start> {
  const { id } = await aDetainee(app, admin);
  await ok(app.send('PUT', `${PEOPLE}/${id}/known-lists/stints`, { as: admin, body: { source: { kind: 'person', text: 'The client' } } }));
  return { there: { [PEOPLE]: [id], [`${PEOPLE}/${id}/known-lists`]: ['stints'] } };
}

async function behindAWall(app: TestApp, user: SignedIn): Promise<string> {
  const another = await app.signedIn('admin');
  const { id } = await aDetainee(app, another);
  await ok(app.post('/v1/walls', { as: another, body: { detaineeId: id, userId: user.id, reason: 'Somebody of the same family.' } }));
  return id;
}

async function aBrokenGlass(app: TestApp, as: SignedIn, person: string): Promise<string> {
  return (await ok(app.post(`${PEOPLE}/${person}/break-glass`, { as, body: { reason: 'A hearing today.' } }))).id;
}

/** Its id is made by a client: nothing is found to be changed before one was saved. */
async function aDraft(app: TestApp, admin: SignedIn): Promise<Start> {
  const id = randomUUID();
  await ok(app.put(`/v1/ice-contacts/drafts/${id}`, { as: admin, body: { content: 'A draft' } }));
  return { there: { '/v1/ice-contacts/drafts': [id] } };
}

async function ok(answered: ReturnType<TestApp['get']>): Promise<Recorded> {
  const answer = await answered;
  if (answer.statusCode >= 300) throw new Error(`what the fuzz begins with was answered ${answer.statusCode}: ${answer.body}`);
  return answer.body === '' ? null : answer.json();
}
