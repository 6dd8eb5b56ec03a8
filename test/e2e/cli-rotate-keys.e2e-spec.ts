import { Command } from 'commander';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { registerRotateKeysCommand } from '../../src/cli/rotate-keys.command.js';
import { Config } from '../../src/common/config.js';
import { testApp, type TestApp } from '../support/app.js';
import { TEST_KEYS } from '../support/keys.js';

describe('vigil rotate-keys', () => {
  let app: TestApp;
  const before = { ...process.env };

  beforeAll(async () => {
    app = await testApp();
    const { jwtSecret } = app.get(Config);
    Object.assign(process.env, {
      DATABASE_URL: app.database.url, REDIS_URL: app.redis.url, JWT_SECRET: jwtSecret, NODE_ENV: 'test', LOG_LEVEL: 'silent', ...TEST_KEYS,
    });
  });
  afterAll(async () => {
    process.env = before;
    await app.close();
  });

  const rotate = async (...args: string[]) => {
    const program = new Command().exitOverride();
    registerRotateKeysCommand(program);
    await program.parseAsync(['rotate-keys', '--json', ...args], { from: 'user' });
  };
  const keys = () => app.database.query<{ id: string; current: boolean }>('select id, accepted_until is null as current from signing_key order by created_at, id');

  it('begins a key that signs, and accepts the former one until what it signed has ended', async () => {
    const user = await app.signedIn('attorney');
    const { id: former } = await app.get(SigningKeys).current();
    await rotate();
    const after = await keys();
    expect(after).toHaveLength(2);
    expect(after.find(({ id }) => id === former)).toEqual({ id: former, current: false });
    expect((await app.get('/v1/me', { as: user })).statusCode).toBe(200);
  });

  it('--at-once leaves the new key alone', async () => {
    const former = (await keys()).map(({ id }) => id);
    await rotate('--at-once');
    const [only, ...more] = await keys();
    expect(more).toEqual([]);
    expect(former).not.toContain(only.id);
  });

  it('is in the log, as the operator’s', async () => {
    const entries = await app.database.query(`select from audit_entry where action = 'signing-key.rotated' and actor_id = '00000000-0000-4000-8000-000000000001'`);
    expect(entries).toHaveLength(2);
  });
});
