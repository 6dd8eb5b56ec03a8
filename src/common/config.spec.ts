import { randomBytes } from 'node:crypto';
import { ConfigError, type Environment, readConfig } from './config.js';

const usable: Environment = {
  DATABASE_URL: 'postgresql://vigil:kT7vbN2m@127.0.0.1/vigil',
  REDIS_URL: 'redis://127.0.0.1:6379',
  JWT_SECRET: randomBytes(32).toString('hex'),
  VIGIL_MASTER_KEYS: randomBytes(32).toString('hex'),
  VIGIL_INDEX_KEYS: randomBytes(32).toString('hex'),
};

const faultsOf = (env: Environment): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration', () => {
  it('has a documented default for everything but the servers and the secret', () => {
    expect(readConfig(usable)).toMatchObject({
      nodeEnv: 'production', host: '127.0.0.1', port: 3000, logLevel: 'info', accessTokenMinutes: 30,
      officeTimeZone: 'America/Detroit', databasePoolSize: 10, redisPrefix: 'vigil', workerHealthPort: null, smallestCell: 11, uploadLimitMegabytes: 2000,
    });
  });

  it('names every fault at once', () => {
    expect(faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', JWT_SECRET: 'short' })).toEqual([
      'DATABASE_URL must be a URL beginning with postgres:// or postgresql://',
      'REDIS_URL must be a URL beginning with redis:// or rediss://',
      'PORT must be a whole number from 0 to 65535',
      'JWT_SECRET must have at least 32 characters',
      'either VIGIL_MASTER_KEYS or VIGIL_MASTER_KEYS_FILE must give the master keys, or VIGIL_VAULT_URL the service that keeps one',
      expect.stringMatching(/^VIGIL_INDEX_KEYS must be 64 random hexadecimal digits/),
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    ]);
  });

  it.each([
    ['of 31 characters', 'kJ8s2Lq0zX7vB4nM1cR6tY9uW3eP5aD'],
    ['that begs to be changed', 'change-me-change-me-change-me-please-0123456'],
    ['copied from an example', 'this is an Example of a long enough text 42'],
    ['that calls itself one', 'my-super-secret-jwt-key-for-the-office-2026'],
    ['of one letter', 'a'.repeat(64)],
  ])('refuses a secret %s without repeating it', (_what, secret) => {
    const faults = faultsOf({ ...usable, JWT_SECRET: secret });
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain(secret);
  });

  it.each<[string, Environment, number]>([
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://vigil:change-me@127.0.0.1/vigil' }, 1],
    ['VIGIL_API_DATABASE_URL', { VIGIL_API_DATABASE_URL: 'postgresql://vigil_api:password@127.0.0.1/vigil' }, 1],
    ['REDIS_URL', { REDIS_URL: 'redis://:secret@127.0.0.1:6379' }, 1],
    ['VIGIL_SMTP_URL', { VIGIL_SMTP_URL: 'smtps://vigil:your-password@mail.office.test', VIGIL_MAIL_FROM: 'vigil@office.test' }, 1],
    ['VIGIL_OIDC_CLIENT_SECRET', { VIGIL_OIDC_ISSUER: 'https://in.office.test', VIGIL_OIDC_CLIENT_ID: 'vigil', VIGIL_OIDC_CLIENT_SECRET: 'changeit', VIGIL_OIDC_REDIRECT_URL: 'https://office.test/in' }, 1],
    ['no path and no host', { DATABASE_URL: 'postgresql://vigil:kT7vbN2m@password.example/secret' }, 0],
  ])('refuses a placeholder in production as what another server lets us in by: %s', (name, env, faults) => {
    expect(faultsOf({ ...usable, ...env })).toEqual(Array.from({ length: faults }, () => `${name} holds what looks like a placeholder: generate a random one`));
    expect(faultsOf({ ...usable, ...env, NODE_ENV: 'test' })).toEqual([]);
  });

  it('takes every secret that is random', () => {
    for (let i = 0; i < 500; i++) {
      expect(faultsOf({ ...usable, JWT_SECRET: randomBytes(32).toString('hex') })).toEqual([]);
      expect(faultsOf({ ...usable, JWT_SECRET: randomBytes(32).toString('base64') })).toEqual([]);
    }
  });

  it('refuses a misspelt variable of ours, and leaves those of others alone', () => {
    expect(faultsOf({ ...usable, VIGIL_OFFICE_TIMEZONE: 'America/Chicago' })).toHaveLength(1);
    expect(faultsOf({ ...usable, PATH: '/usr/bin', OFFICE_TIMEZONE: 'x' })).toEqual([]);
  });

  it.each([
    [{ VIGIL_TLS_KEY_FILE: '/key.pem' }, 'VIGIL_TLS_CERTIFICATE_FILE and VIGIL_TLS_KEY_FILE'],
    [{ VIGIL_SMTP_URL: 'smtp://mail.office.example' }, 'VIGIL_SMTP_URL and VIGIL_MAIL_FROM'],
    [{ VIGIL_OIDC_ISSUER: 'https://login.office.example', VIGIL_OIDC_CLIENT_ID: 'vigil' }, 'VIGIL_OIDC_ISSUER, VIGIL_OIDC_CLIENT_ID'],
  ])('refuses one without the others: %j', (given, names) => {
    expect(faultsOf({ ...usable, ...given })).toEqual([expect.stringContaining(names)]);
    expect(faultsOf({ ...usable, ...given })[0]).toContain('together or not at all');
  });

  it('keeps an access token to an hour at most, and refuses a placeholder as the previous secret', () => {
    expect(faultsOf({ ...usable, VIGIL_ACCESS_TOKEN_MINUTES: '60' })).toEqual([]);
    expect(faultsOf({ ...usable, VIGIL_ACCESS_TOKEN_MINUTES: '61' })).toHaveLength(1);
    expect(faultsOf({ ...usable, VIGIL_PREVIOUS_JWT_SECRET: 'change-me-change-me-change-me-please-0123456' })).toHaveLength(1);
  });

  it.each([['loopback', true], ['loopback,10.0.0.0/8', true], ['2001:db8::/32', true], ['any host', false], ['loopback,', false]])(
    'takes %s for a proxy: %s', (proxy, accepted) => expect(faultsOf({ ...usable, VIGIL_TRUSTED_PROXY: proxy })).toHaveLength(accepted ? 0 : 1));

  it('refuses a zone that does not exist', () => {
    expect(faultsOf({ ...usable, VIGIL_OFFICE_TIME_ZONE: 'America/Dearborn' })).toHaveLength(1);
    expect(readConfig({ ...usable, VIGIL_OFFICE_TIME_ZONE: 'Pacific/Honolulu' }).officeTimeZone).toBe('Pacific/Honolulu');
  });

  it.each([['0', true], ['1', true], ['65535', true], ['65536', false], ['-1', false], ['3000x', false], [' 3000', false], ['1e3', false]])(
    'reads PORT=%s: %s', (port, accepted) => expect(faultsOf({ ...usable, PORT: port })).toHaveLength(accepted ? 0 : 1));

  describe('of the accounts of the API and the worker', () => {
    const account = (url: string) => ({ user: new URL(url).username, password: new URL(url).password });

    it('derives passwords from that of the owner, another for each, and the same each time', () => {
      const [one, again] = [readConfig(usable), readConfig(usable)];
      expect(account(one.apiDatabaseUrl).user).toBe('vigil_api');
      expect(account(one.workerDatabaseUrl).user).toBe('vigil_worker');
      expect(new Set(['kT7vbN2m', account(one.apiDatabaseUrl).password, account(one.workerDatabaseUrl).password]).size).toBe(3);
      expect(again.apiDatabaseUrl).toBe(one.apiDatabaseUrl);
      expect(account(readConfig({ ...usable, DATABASE_URL: 'postgresql://vigil:another@127.0.0.1/vigil' }).apiDatabaseUrl).password)
        .not.toBe(account(one.apiDatabaseUrl).password);
    });

    it('refuses to derive a password that everybody could derive', () =>
      expect(faultsOf({ ...usable, DATABASE_URL: 'postgresql://vigil@127.0.0.1/vigil' })).toHaveLength(3));

    it('takes those given, for these users alone, and then needs no owner', () => {
      const given = { ...usable, DATABASE_URL: '', VIGIL_API_DATABASE_URL: 'postgresql://vigil_api:a@127.0.0.1/vigil' };
      expect(readConfig(given)).toMatchObject({ apiDatabaseUrl: given.VIGIL_API_DATABASE_URL, databaseUrl: '', workerDatabaseUrl: '' });
      for (const user of ['vigil:a', 'vigil_worker:a', 'vigil_api']) {
        expect(faultsOf({ ...given, VIGIL_API_DATABASE_URL: `postgresql://${user}@127.0.0.1/vigil` })).toHaveLength(1);
      }
    });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ ...usable, PORT: '', VIGIL_WORKER_HEALTH_PORT: '', HOST: '' })).toMatchObject({ port: 3000, workerHealthPort: null, host: '127.0.0.1' });
  });

  describe('of the master key', () => {
    const { VIGIL_MASTER_KEYS, ...rest } = usable;
    const vault = { VIGIL_VAULT_URL: 'https://vault.office.example:8200', VIGIL_VAULT_KEY: 'vigil', VIGIL_VAULT_TOKEN_FILE: '/run/vault/token' };
    const NEITHER = /^either VIGIL_MASTER_KEYS or VIGIL_MASTER_KEYS_FILE/;
    const LOCK = /^VIGIL_LOCK_WITH names what is not given/;

    it.each<[string, Environment, RegExp]>([
      ['nowhere', {}, NEITHER],
      ['in the environment and in a file', { VIGIL_MASTER_KEYS, VIGIL_MASTER_KEYS_FILE: 'a' }, NEITHER],
      ['in a service that is half named', { VIGIL_VAULT_URL: vault.VIGIL_VAULT_URL, VIGIL_MASTER_KEYS }, /are set together or not at all/],
      ['in a service in the clear', { ...vault, VIGIL_VAULT_URL: 'http://vault.office.example:8200' }, /^VIGIL_VAULT_URL must begin with https/],
      ['locked with a service that there is not', { VIGIL_MASTER_KEYS, VIGIL_LOCK_WITH: 'vault' }, LOCK],
      ['locked with keys that there are not', { ...vault, VIGIL_LOCK_WITH: 'keys' }, LOCK],
    ])('refuses one %s', (_where, env, fault) => {
      expect(faultsOf({ ...rest, ...env })).toEqual([expect.stringMatching(fault)]);
    });

    it.each<[string, Environment, string]>([
      ['in the environment', { VIGIL_MASTER_KEYS }, 'keys'],
      ['in a file', { VIGIL_MASTER_KEYS_FILE: 'a' }, 'keys'],
      ['in a service', vault, 'vault'],
      ['in a sidecar on this machine', { ...vault, VIGIL_VAULT_URL: 'http://127.0.0.1:8100' }, 'vault'],
      ['in a service, which still opens what keys have locked', { ...vault, VIGIL_MASTER_KEYS }, 'vault'],
      ['in the environment, which still opens what a service has locked', { ...vault, VIGIL_MASTER_KEYS, VIGIL_LOCK_WITH: 'keys' }, 'keys'],
    ])('takes one %s', (_where, env, lockWith) => {
      expect(readConfig({ ...rest, ...env }).masterKey.lockWith).toBe(lockWith);
    });
  });
});
