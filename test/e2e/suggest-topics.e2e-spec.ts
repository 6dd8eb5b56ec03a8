import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';

describe('topics in a narrative over HTTP', () => {
  let app: TestApp;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    paralegal = await app.signedIn('paralegal');
  });
  afterAll(() => app.close());

  const ask = (body: unknown, as: SignedIn | undefined = paralegal) => app.post('/v1/ice-contacts/suggest-topics', { as, body });

  it('suggests topics with the words that show them, and stores nothing', async () => {
    const before = await app.database.query('select count(*) as n from audit_entry');
    const narrative = 'Officer said he would be prosecuted if he did not sign.';
    const answer = await ask({ narrative });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ suggestions: [
      { topic: 'threat-of-prosecution', start: 16, end: 35, phrase: 'would be prosecuted' },
      { topic: 'document-signing', start: 50, end: 54, phrase: 'sign' },
    ] });
    expect(await app.database.query('select count(*) as n from audit_entry')).toEqual(before);
  });

  it('reads any text: empty, with null bytes, from right to left', async () => {
    for (const narrative of ['', '\0', 'قال الضابط']) expect((await ask({ narrative })).json()).toEqual({ suggestions: [] });
  });

  it('refuses what is no narrative, and repeats nothing of it', async () => {
    for (const body of [{}, { narrative: null }, { narrative: ['secret'] }, ['secret']]) {
      const answer = await ask(body);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ errors: [{ path: 'narrative' }] });
      expect(answer.body).not.toContain('secret');
    }
  });

  it('answers nobody who is not signed in', async () => {
    expect((await app.post('/v1/ice-contacts/suggest-topics', { body: { narrative: '' } })).statusCode).toBe(401);
  });
});

describe('topics in narratives on the command line', () => {
  it('reads narratives from standard input without a database, one line of JSON each', () => {
    const ran = spawnSync(process.execPath, [resolve('dist/src/cli.js'), 'suggest-topics'], {
      cwd: tmpdir(), env: { PATH: process.env.PATH }, encoding: 'utf8', input: 'He said nothing about release.\n\nThey asked for his passport.\n',
    });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const answers = ran.stdout.trim().split('\n').map((line) => JSON.parse(line));
    expect(answers).toEqual([{ suggestions: [] }, { suggestions: [] }, { suggestions: [{ topic: 'travel-document', start: 19, end: 27, phrase: 'passport' }] }]);
  });

  it('prints how good it is', () => {
    const ran = spawnSync(process.execPath, [resolve('dist/src/cli.js'), 'suggest-topics', '--score'], { cwd: tmpdir(), env: { PATH: process.env.PATH }, encoding: 'utf8' });
    expect(ran.stdout).toMatch(/^unseen: \d+ narratives/m);
    expect(ran.stdout).toMatch(/^all topics .*0\.9\d\d +0\.9\d\d$/m);
  });
});
