import { setTimeout as sleep } from 'node:timers/promises';
import { request as httpRequest } from 'node:http';
import { Writable } from 'node:stream';
import { Body, Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { Config } from '../../src/common/config.js';
import { Database } from '../../src/common/database.js';
import { Doc } from '../../src/common/doc.decorator.js';
import { fastifyAdapter } from '../../src/common/http.js';
import { IdField, TextField } from '../../src/common/fields.js';
import { Log } from '../../src/common/logging.js';
import { Permission } from '../../src/common/permissions.js';
import { conflict } from '../../src/common/problem.js';
import { ReadsPeople } from '../../src/common/reads.decorator.js';
import { Requires } from '../../src/common/requires.decorator.js';
import type { SignedIn, TestApp } from '../support/app.js';
import { aTestConfig, testApp } from '../support/app.js';

class NoteDto {
  @TextField({ max: 100 }) text!: string;
}
class AnswerDto extends NoteDto {
  @IdField() id!: string;
}

/** Creates a row a call, and fails as it is told to. */
@Controller('v1/probe')
class ProbeController {
  static calls = 0;
  static failWith: Error | null = null;

  constructor(private readonly database: Database) {}

  @Post('notes')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Keep a note', status: 201, answer: AnswerDto })
  async keep(@Body() { text }: NoteDto) {
    ProbeController.calls += 1;
    return this.database.transaction(async (tx) => {
      const [note] = await tx.query<AnswerDto>('insert into probe_note (text) values ($1) returning id, text', [text]);
      await sleep(100);
      if (ProbeController.failWith) throw ProbeController.failWith;
      return note;
    });
  }

  @Post('looks')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Look, without creating', answer: AnswerDto })
  async look(@Body() { text }: NoteDto) {
    return (await this.database.query<AnswerDto>('insert into probe_note (text) values ($1) returning id, text', [text]))[0];
  }

  @Get('broken')
  @Requires(Permission.ReadSelf)
  @Doc({ summary: 'Fail in the database' })
  broken() {
    return this.database.query(`select * from no_such_table where name = 'Zaki'`);
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: TestApp;
let admin: SignedIn;
const log: string[] = [];

beforeAll(async () => {
  const lines = new Writable({ write: (chunk: Buffer, _encoding, done) => { log.push(chunk.toString()); done(); } });
  app = await testApp({ modules: [ProbeModule], log: new Log('info', 'api', lines) });
  admin = await app.signedIn('admin');
  await app.database.query('create table probe_note (id uuid primary key default gen_random_uuid(), text text not null)');
  await app.database.query('grant select, insert on probe_note to vigil_api');
});
afterAll(() => app.close());

const notes = async (text: string): Promise<number> =>
  (await app.database.query<{ count: number }>('select count(*)::int from probe_note where text = $1', [text]))[0].count;

describe('a creation with an Idempotency-Key', () => {
  const keep = (text: string, key: string, as = admin) => app.post('/v1/probe/notes', { as, body: { text }, headers: { 'idempotency-key': key } });

  beforeEach(() => {
    ProbeController.calls = 0;
    ProbeController.failWith = null;
  });

  it('sent again is answered to the letter as before, and creates nothing', async () => {
    const first = await keep('once', 'k-once');
    const again = await keep('once', 'k-once');
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location]);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
    expect([ProbeController.calls, await notes('once')]).toEqual([1, 1]);
  });

  it('sent at the same moment more often than the pool has connections creates once', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => keep('race', 'k-race')));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect([ProbeController.calls, await notes('race')]).toEqual([1, 1]);
  });

  it('with another body is refused, and creates nothing', async () => {
    await keep('first', 'k-other');
    const other = await keep('second', 'k-other');
    expect([other.statusCode, other.json().type]).toEqual([422, 'urn:vigil:problem:key-reused']);
    expect(await notes('second')).toBe(0);
  });

  it('is the same whatever the order of its keys', async () => {
    const send = (body: string) => app.post('/v1/users', { as: admin, body, headers: { 'idempotency-key': 'k-order' } });
    const one = await send('{"email":"k@office.example","name":"K","role":"attorney","password":"twelve characters"}');
    const two = await send('{"password":"twelve characters","role":"attorney","name":"K","email":"k@office.example"}');
    expect([one.statusCode, two.statusCode, two.body]).toEqual([201, 201, one.body]);
    expect(two.headers.etag).toBe('"1"');
  });

  it('belongs to its user: another may use the same key for something else', async () => {
    const attorney = await app.signedIn('attorney');
    expect((await keep('mine', 'k-shared')).statusCode).toBe(201);
    expect((await keep('yours', 'k-shared', attorney)).statusCode).toBe(201);
    expect([await notes('mine'), await notes('yours')]).toEqual([1, 1]);
  });

  it('that failed on our side is not kept: the next try creates', async () => {
    ProbeController.failWith = new Error('the disk is full');
    expect((await keep('retry', 'k-500')).statusCode).toBe(500);
    expect(await notes('retry')).toBe(0);
    ProbeController.failWith = null;
    expect((await keep('retry', 'k-500')).statusCode).toBe(201);
    expect(await notes('retry')).toBe(1);
  });

  it('that was refused is refused again in the same words, though it would succeed by now', async () => {
    ProbeController.failWith = conflict({ path: 'text', problem: 'is on file' });
    const first = await keep('refused', 'k-409');
    ProbeController.failWith = null;
    const again = await keep('refused', 'k-409');
    expect([first.statusCode, again.statusCode, ProbeController.calls, await notes('refused')]).toEqual([409, 409, 1, 0]);
    expect(again.json()).toEqual({ ...first.json(), instance: expect.any(String) });
    expect((await keep('refused', 'k-409-new')).statusCode).toBe(201);
  });

  it('may be used for something new after a day, and old answers go by themselves', async () => {
    await keep('old', 'k-day');
    await app.database.query(`update idempotency_key set created_at = now() - interval '23 hours 59 minutes' where key = 'k-day'`);
    expect((await keep('new', 'k-day')).statusCode).toBe(422);
    await app.database.query(`update idempotency_key set created_at = now() - interval '24 hours 1 minute'`);
    expect((await keep('new', 'k-day')).statusCode).toBe(201);
    const left = await app.database.query<{ key: string }>('select key from idempotency_key');
    expect(left).toEqual([{ key: 'k-day' }]);
  });

  it.each([['empty', ''], ['too long', 'k'.repeat(256)], ['with a space', 'a b']])('that is %s is refused', async (_what, key) => {
    expect((await keep('bad key', key)).statusCode).toBe(400);
    expect(await notes('bad key')).toBe(0);
  });

  it('means nothing on a POST that creates nothing', async () => {
    const look = () => app.post('/v1/probe/looks', { as: admin, body: { text: 'look' }, headers: { 'idempotency-key': 'k-look' } });
    expect([(await look()).statusCode, (await look()).statusCode, await notes('look')]).toEqual([200, 200, 2]);
  });
});

describe('a change', () => {
  const change = (id: string, ifMatch: string | undefined, name: string) =>
    app.patch(`/v1/users/${id}`, { as: admin, body: { name }, headers: ifMatch === undefined ? {} : { 'if-match': ifMatch } });
  const nameOf = async (id: string) => (await app.get(`/v1/users/${id}`, { as: admin })).json().name;

  it('without If-Match is refused: nobody knows what its author saw', async () => {
    const { id } = await app.signedIn('attorney');
    const answer = await change(id, undefined, 'Blind');
    expect([answer.statusCode, answer.json().type, await nameOf(id)]).toEqual([428, 'urn:vigil:problem:version-required', 'An attorney']);
  });

  it('of a version that is no longer current is refused, with the current state', async () => {
    const { id } = await app.signedIn('attorney');
    expect((await change(id, '"1"', 'First')).headers.etag).toBe('"2"');
    const late = await change(id, '"1"', 'Late');
    expect([late.statusCode, late.headers.etag]).toEqual([412, undefined]);
    expect(late.json()).toMatchObject({ type: 'urn:vigil:problem:changed-meanwhile', current: { id, name: 'First', version: 2 } });
    expect(await nameOf(id)).toBe('First');
  });

  it('by two at once succeeds for one', async () => {
    const { id } = await app.signedIn('attorney');
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => change(id, '"1"', name)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412]);
  });

  it.each([['*', 400], ['3', 400], ['"1", "2"', 400], ['W/"1"', 400], ['"0"', 412], ['"abc"', 412], ['"99999999999"', 412]])(
    'with If-Match: %s is answered %i', async (ifMatch, status) => {
      const { id } = await app.signedIn('attorney');
      expect((await change(id, ifMatch, 'Nobody')).statusCode).toBe(status);
      expect(await nameOf(id)).toBe('An attorney');
    });
});

describe('a problem', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) => app.post('/v1/probe/notes', { as: admin, body, headers });

  it.each([
    ['a body that is no JSON', () => post('{"text": "Zaki'), 400, 'malformed-request'],
    ['an empty body', () => post(''), 400, 'malformed-request'],
    ['a body of another type', () => post('text=Zaki', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'unsupported-media-type'],
    ['a body of plain text', () => post('Zaki', { 'content-type': 'text/plain' }), 415, 'unsupported-media-type'],
    ['a body over a mebibyte', () => post({ text: 'Zaki'.repeat(300_000) }), 413, 'too-large'],
    ['a list for an object', () => post(['Zaki']), 400, 'invalid-request'],
    ['a field that does not exist', () => post({ text: 'a', colour: 'Zaki' }), 400, 'invalid-request'],
    ['a prototype for a field', () => post('{"text":"a","__proto__":{"Zaki":1}}'), 400, 'malformed-request'],
    ['a control character', () => post({ text: 'Zaki\u0000' }), 400, 'invalid-request'],
    ['an address that nothing has', () => app.get('/v1/nothing/Zaki?name=Zaki', { as: admin }), 404, 'not-found'],
    ['a method that the address does not have', () => app.delete('/v1/me?name=Zaki', { as: admin }), 404, 'not-found'],
    ['an id that is none', () => app.get('/v1/users/Zaki', { as: admin }), 404, 'not-found'],
    ['a limit over 200', () => app.get('/v1/users?limit=201', { as: admin }), 400, 'invalid-request'],
    ['a limit that is no number', () => app.get('/v1/users?limit=Zaki', { as: admin }), 400, 'invalid-request'],
    ['a cursor of our form with other content', () => app.get(`/v1/users?cursor=${Buffer.from('["Zaki",1]').toString('base64url')}`, { as: admin }), 400, 'invalid-request'],
    ['a cursor that is none', () => app.get('/v1/users?cursor=Zaki', { as: admin }), 400, 'invalid-request'],
    ['a role that does not suffice', async () => app.get('/v1/users', { as: await app.signedIn('paralegal') }), 403, 'not-permitted'],
  ])('for %s says what it is, and not what was sent', async (_what, send, status, kind) => {
    const answer = await send();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(answer.json()).toMatchObject({
      type: `urn:vigil:problem:${kind}`, status, title: expect.any(String), detail: expect.any(String), instance: `urn:uuid:${answer.headers['x-request-id']}`,
    });
    expect(answer.body).not.toContain('Zaki');
  });

  it('for an address that cannot be decoded does not repeat it', async () => {
    const { statusCode, body } = await raw('/v1/%E0%A4%A?name=Zaki');
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:vigil:problem:malformed-request' });
    expect(body).not.toContain('Zaki');
  });

  it('on our side tells its name in the log and nothing else', async () => {
    const answer = await app.get('/v1/probe/broken', { as: admin });
    expect([answer.statusCode, answer.json().type]).toEqual([500, 'urn:vigil:problem:internal']);
    expect(answer.body).not.toMatch(/no_such_table|select|42P01|\.ts|\.js|Zaki/i);
    const line = log.find((each) => each.includes(answer.headers['x-request-id']) && each.includes('42P01'));
    expect(line).toBeDefined();
    expect(line).not.toMatch(/no_such_table|Zaki/);
  });

  it('names every fault at once, by its path and with what is allowed', async () => {
    const { errors } = (await app.post('/v1/users', { as: admin, body: { email: 'x', name: '', role: 'judge' } })).json();
    expect(errors).toEqual([
      { path: 'email', problem: 'must be an e-mail address' },
      { path: 'name', problem: 'must be text of 1 to 200 characters, not blank, without control characters' },
      { path: 'role', problem: 'must be one of the allowed values', allowed: ['admin', 'attorney', 'paralegal', 'co-counsel', 'auditor'] },
      { path: 'password', problem: 'must be text of 12 to 200 characters, not blank, without control characters' },
    ]);
  });
});

describe('every answer', () => {
  it('carries an id of ours and the headers that keep it from being framed, sniffed or stored', async () => {
    const { headers } = await app.get('/v1/me', { as: admin, headers: { 'x-request-id': 'Zaki' } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).toMatchObject({
      'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('is one line of the log with its route, never its address, and no word of what was sent', async () => {
    log.length = 0;
    await app.post('/v1/probe/notes?unasked=Rafidain', { as: admin, body: { text: 'Rafidain' } });
    await app.get('/v1/Rafidain', { as: admin });
    await app.post('/v1/auth/sign-in', { body: { email: 'rafidain@office.example', password: 'Rafidain' } });
    const answered = log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    expect(answered.map(({ method, route, status, userId }) => [method, route, status, userId])).toEqual([
      ['POST', '/v1/probe/notes', 201, admin.id],
      ['GET', 'no such route', 404, null],
      ['POST', '/v1/auth/sign-in', 401, null],
    ]);
    expect(log.join('')).not.toMatch(/rafidain/i);
  });
});

describe('the start', () => {
  it('is refused while a route shows people and the log would not say whom', async () => {
    @Controller('v1/forgotten')
    class UnloggedController {
      @Get(':id') @Requires(Permission.ReadDetainees) one() { return {}; }
      @Post('search') @Requires(Permission.ReadFindings) search() { return []; }
      @Get('of/:detaineeId') @Requires(Permission.ReadDetainees) ofOne() { return {}; }
      @Get() @Requires(Permission.ReadDetainees) @ReadsPeople(() => []) all() { return []; }
      @Get('office') @Requires(Permission.ReadOffice) office() { return {}; }
      @Post() @Requires(Permission.WriteDetainees) write() { return {}; }
    }
    await expect(startWith(UnloggedController)).rejects.toThrow('says whom: GET UnloggedController.one, POST UnloggedController.search');
  });

  it('is refused while a route says neither what it requires nor that it is public', async () => {
    @Controller('v1/forgotten')
    class ForgottenController {
      @Get() everything() { return []; }
    }
    await expect(startWith(ForgottenController)).rejects.toThrow('these routes declare neither @Requires nor @Public: GET ForgottenController.everything');
  });

  async function startWith(controller: Type): Promise<void> {
    const testing = await Test.createTestingModule({ imports: [AppModule], controllers: [controller] })
      .overrideProvider(Config).useValue(aTestConfig({ databaseUrl: app.database.url, redisUrl: app.redis.url, redisPrefix: app.redis.prefix }))
      .compile();
    const nest = testing.createNestApplication<NestFastifyApplication>(fastifyAdapter({ trustedProxy: null, tls: null }), { logger: false });
    try {
      await nest.init();
    } finally {
      await nest.close();
    }
  }
});

/** Sends an address that `fetch` would not. */
function raw(path: string): Promise<{ statusCode: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    httpRequest({ hostname, port, path }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => resolve({ statusCode: answer.statusCode ?? 0, body }));
    }).on('error', reject).end();
  });
}
