import { randomBytes } from 'node:crypto';
import { readConfig } from './config.js';
import { plainConnections } from './production.js';

const key = (): string => randomBytes(32).toString('hex');
const configOf = (more: Record<string, string>) => readConfig({
  DATABASE_URL: 'postgresql://vigil:kT7vbN2m@127.0.0.1/vigil', REDIS_URL: 'redis://localhost:6379', JWT_SECRET: key(), VIGIL_MASTER_KEYS: key(), VIGIL_INDEX_KEYS: key(), ...more,
});

describe('connections to other machines', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['on this machine', {}, []],
    ['to a database in the clear', { DATABASE_URL: 'postgresql://vigil:p@db.office.example/vigil' }, ['DATABASE_URL (sslmode=verify-full)']],
    ['to a database that is asked for TLS if it has some', { DATABASE_URL: 'postgresql://vigil:p@db.office.example/vigil?sslmode=prefer' }, ['DATABASE_URL (sslmode=verify-full)']],
    ['to Redis in the clear', { REDIS_URL: 'redis://redis:6379' }, ['REDIS_URL (rediss://)']],
    ['to both by TLS', { DATABASE_URL: 'postgresql://vigil:p@db.office.example/vigil?sslmode=verify-full', REDIS_URL: 'rediss://redis.office.example:6379' }, []],
  ])('%s', (_where, env, plain) => {
    expect(plainConnections(configOf(env))).toEqual(plain);
  });
});
