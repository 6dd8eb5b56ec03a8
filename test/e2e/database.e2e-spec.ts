import { testDatabase, type TestDatabase } from '../support/database.js';
import { testRedis } from '../support/redis.js';

describe('a test file', () => {
  const open: TestDatabase[] = [];
  const opened = async (options?: { empty: boolean }): Promise<TestDatabase> => {
    const database = await testDatabase(options);
    open.push(database);
    return database;
  };
  afterAll(() => Promise.all(open.map((database) => database.close())));

  it('has a migrated database that no other file sees', async () => {
    const [one, other] = [await opened(), await opened()];
    await one.query(`insert into app_user (email, name, role) values ('a@example.org', 'A', 'attorney')`);
    expect(await one.query('select email from app_user order by email')).toHaveLength(2);
    expect(await other.query('select email from app_user')).toEqual([{ email: 'operator@localhost' }]);
  });

  it('can have one in which nothing is migrated', async () => {
    const database = await opened({ empty: true });
    expect(await database.query(`select 1 from pg_tables where schemaname = 'public'`)).toEqual([]);
  });

  it('has a Redis whose keys another file neither sees nor loses', async () => {
    const [one, other] = [await testRedis(), await testRedis()];
    expect(one.prefix).not.toBe(other.prefix);
    await one.flush();
    await Promise.all([one.close(), other.close()]);
  });
});
