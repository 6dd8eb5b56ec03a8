import type { Logged } from '../common/actor.js';
import type { Database } from '../common/database.js';
import { AccessLog } from './access-log.service.js';
import type { AuditService, Look } from './audit.service.js';

const asked = (requestId: string) => ({ actor: { requestId } as Logged, route: 'GET /v1/detainees/{detaineeId}' });

/** A log whose database says of what it is asked to keep what `refuses` says; how many entries each statement had. */
function logThat(refuses: (requestIds: readonly (string | null)[]) => Error | null) {
  const statements: number[] = [];
  const audit = {
    recordLooks: (_database: unknown, looks: readonly { actor: Logged; look: Look }[]) => {
      statements.push(looks.length);
      const error = refuses(looks.map(({ actor }) => actor.requestId));
      return error === null ? Promise.resolve() : Promise.reject(error);
    },
  };
  const log = new AccessLog({} as Database, audit as unknown as AuditService);
  const outcomes = () => Promise.all(['a', 'b', 'c'].map((id) => log.shown(asked(id), { people: [] }).then(() => 'kept', (error: Error) => error.message)));
  return { outcomes, statements };
}
const error = (code: string) => Object.assign(new Error(code), { code });

it('keeps what comes at the same moment by one statement', async () => {
  const { outcomes, statements } = logThat(() => null);
  expect([await outcomes(), statements]).toEqual([['kept', 'kept', 'kept'], [3]]);
});

it('holds back the answer whose entry is refused, and none of those that came with it', async () => {
  const { outcomes, statements } = logThat((ids) => (ids.includes('b') ? error('23503') : null));
  expect([await outcomes(), statements]).toEqual([['kept', '23503', 'kept'], [3, 1, 1, 1]]);
});

it('asks a database that does not answer once, and lets nobody see what was not kept', async () => {
  const { outcomes, statements } = logThat(() => error('ECONNREFUSED'));
  expect([await outcomes(), statements]).toEqual([['ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED'], [3]]);
});
