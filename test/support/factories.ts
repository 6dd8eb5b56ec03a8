import type { SignedIn, TestApp } from './app.js';
import type { TestDatabase } from './database.js';

/** People and facts as the API records them: each function answers what the API answered, and fails if it refused. */

export const SOURCE = { kind: 'document', text: 'Notice to appear, page 1' } as const;

type Body = Record<string, unknown>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test expects of it is what the test checks
export type Recorded = any;

let people = 0;

/** A person with a name and an A-number that nobody else has. */
export async function aDetainee(app: TestApp, as: SignedIn, overrides: Body = {}): Promise<Recorded> {
  people += 1;
  return created(app, as, '/v1/detainees', {
    source: SOURCE, names: [{ kind: 'primary', fullName: 'Yousif Younan' }], citizenship: 'IRQ',
    identifiers: [{ kind: 'a-number', value: String(100_000_000 + people) }], ...overrides,
  });
}

/** A fact under a person's address: `stints`, `removal-orders`, `events`, `cooperation`, … */
export const aFact = (app: TestApp, as: SignedIn, detaineeId: string, path: string, values: Body): Promise<Recorded> =>
  created(app, as, `/v1/detainees/${detaineeId}/${path}`, { source: SOURCE, ...values });

export const aStint = (app: TestApp, as: SignedIn, detaineeId: string, values: Body = {}): Promise<Recorded> =>
  aFact(app, as, detaineeId, 'stints', { facility: 'GLADEFL', custodian: 'ice', from: '2026-03-02', ...values });

export const aRemovalOrder = (app: TestApp, as: SignedIn, detaineeId: string, values: Body = {}): Promise<Recorded> =>
  aFact(app, as, detaineeId, 'removal-orders', { kind: 'removal', decidedOn: '2026-03-20', decidedBy: 'immigration-judge', ...values });

/** Two facilities of two circuits, if the database has no reference data. */
export async function twoFacilities(database: TestDatabase): Promise<void> {
  await database.query(`
    insert into field_office (code, name, label) values ('MIA', 'Miami', 'Miami Area of Responsibility'), ('DET', 'Detroit', 'Detroit Area of Responsibility')
      on conflict do nothing;
    insert into facility (detloc, name, city, state, field_office, district, district_code, circuit, district_basis, source) values
      ('GLADEFL', 'GLADES COUNTY DETENTION CENTER', 'Moore Haven', 'FL', 'MIA', 'M.D. Fla.', 'flmd', '11', 'county', 'a test'),
      ('STCLAMI', 'ST. CLAIR COUNTY JAIL', 'Port Huron', 'MI', 'DET', 'E.D. Mich.', 'mied', '6', 'county', 'a test')
      on conflict do nothing`);
}

async function created(app: TestApp, as: SignedIn, path: string, body: Body): Promise<Recorded> {
  const answer = await app.post(path, { as, body });
  if (answer.statusCode !== 201) throw new Error(`POST ${path} was answered ${answer.statusCode}: ${answer.body}`);
  return answer.json();
}
