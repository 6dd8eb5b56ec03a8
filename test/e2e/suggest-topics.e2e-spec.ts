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
