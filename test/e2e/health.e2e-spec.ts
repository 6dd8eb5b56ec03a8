import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { healthServer } from '../../src/common/health/health.server.js';
import { HealthService } from '../../src/common/health/health.service.js';
import type { TestApp } from '../support/app.js';
import { testApp } from '../support/app.js';

/** Nothing listens on the discard port. */
const NO_REDIS = 'redis://127.0.0.1:9/0';

describe('health', () => {
  let app: TestApp;

  afterEach(() => app.close());

  it('with everything there: ready', async () => {
    app = await testApp();
    expect((await app.get('/health/live')).json()).toEqual({ status: 'live' });
    const ready = await app.get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ status: 'ready', components: { postgresql: 'up', migrations: 'up', redis: 'up', log: 'up', keys: 'up' }, logWaitsSeconds: 0 });
  });

  it('without Redis: degraded, named, and facts can still be recorded', async () => {
    app = await testApp({ redisUrl: NO_REDIS });
    const ready = await app.get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ status: 'degraded', components: { postgresql: 'up', migrations: 'up', redis: 'down', log: 'up', keys: 'up' }, logWaitsSeconds: 0 });
    const admin = await app.signedIn('admin');
    const added = await app.post('/v1/users', { as: admin, body: { email: 'a@office.example', name: 'A', role: 'attorney', password: 'twelve characters' } });
    expect(added.statusCode).toBe(201);
  });

  it.each([[59, 'ready', 'up'], [62, 'degraded', 'behind']])('with an entry of the log that waits for its seal since %d seconds: %s', async (seconds, status, log) => {
    app = await testApp();
    await app.signedIn('paralegal');
    await app.database.query(`update audit_unsealed set since = clock_timestamp() - $1 * interval '1 second'`, [seconds]);
    const ready = await app.get('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status, components: { log } });
    expect(ready.json().logWaitsSeconds).toBeGreaterThanOrEqual(seconds);
  });

  it('with a migration that has not run: unready, while the process lives', async () => {
    app = await testApp();
    await app.database.query('delete from migrations');
    const ready = await app.get('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toEqual({ status: 'unready', components: { postgresql: 'up', migrations: 'behind', redis: 'up', log: 'down', keys: 'up' }, logWaitsSeconds: null });
    expect((await app.get('/health/live')).statusCode).toBe(200);
  });

  it('without PostgreSQL: unready, a request is told to try again, and all is well once it is back', async () => {
    const road = await roadToPostgres();
    app = await testApp({ databaseUrl: road.url });
    const admin = await app.signedIn('admin');
    await road.cut();
    const ready = await app.get('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toEqual({ status: 'unready', components: { postgresql: 'down', migrations: 'down', redis: 'up', log: 'down', keys: 'up' }, logWaitsSeconds: null });
    const refused = await app.get('/v1/users', { as: admin });
    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.json()).toMatchObject({ type: 'urn:vigil:problem:unavailable' });

    await road.mend();
    expect((await app.get('/health/ready')).statusCode).toBe(200);
    expect((await app.get('/v1/users', { as: admin })).statusCode).toBe(200);
    await road.cut();
  });

  it.each([
    ['ready', undefined, 200],
    ['unready without Redis, as nothing wakes it', NO_REDIS, 503],
  ])('of a worker: %s', async (_state, redisUrl, status) => {
    app = await testApp(redisUrl === undefined ? {} : { redisUrl });
    const server = healthServer(app.get(HealthService)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      expect((await fetch(`${url}/health/ready`)).status).toBe(status);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      expect((await fetch(`${url}/v1/users`)).status).toBe(404);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

/** A way to the real server that can be cut and mended. */
async function roadToPostgres() {
  const open = new Set<Socket>();
  let server = { hostname: '', port: '' };
  const road = createServer((near) => {
    const far = connect(Number(server.port), server.hostname);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => { open.delete(socket); other.destroy(); }).pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(road, 'listening');
  const { port } = road.address() as AddressInfo;
  return {
    url: (databaseUrl: string): string => {
      const url = new URL(databaseUrl);
      server = { hostname: url.hostname, port: url.port || '5432' };
      url.hostname = '127.0.0.1';
      url.port = String(port);
      return url.href;
    },
    cut: async () => {
      const closed = once(road, 'close');
      road.close();
      open.forEach((socket) => socket.destroy());
      await closed;
    },
    mend: async () => {
      road.listen(port, '127.0.0.1');
      await once(road, 'listening');
    },
  };
}
