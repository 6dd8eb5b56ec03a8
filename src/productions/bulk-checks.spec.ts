import type { Tx } from '../common/database.js';
import { withoutRowChecks } from './bulk-checks.js';

describe('leaving out the row-by-row checks of foreign keys', () => {
  const run = async (allowed: boolean, work: () => Promise<string>) => {
    const sent: string[] = [];
    const tx = { query: (sql: string) => {
      sent.push(sql.replace(/^select .*/s, 'may I?'));
      return Promise.resolve([{ allowed }]);
    } } as unknown as Tx;
    const result = await withoutRowChecks(tx, () => {
      sent.push('work');
      return work();
    }).catch((error: Error) => error.message);
    return { sent, result };
  };

  it('is done for the work alone, where the database lets us', async () => {
    expect(await run(true, () => Promise.resolve('done'))).toEqual({
      result: 'done', sent: ['may I?', 'set local session_replication_role = replica', 'work', 'set local session_replication_role = origin'],
    });
  });

  it('is not tried where it does not: the same work with the checks', async () => {
    expect(await run(false, () => Promise.resolve('done'))).toEqual({ result: 'done', sent: ['may I?', 'work'] });
  });

  it('ends with the transaction if the work fails', async () => {
    expect(await run(true, () => Promise.reject(new Error('no')))).toEqual({ result: 'no', sent: ['may I?', 'set local session_replication_role = replica', 'work'] });
  });
});
