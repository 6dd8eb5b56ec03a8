import pg from 'pg';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';

describe('the people on file', () => {
  let app: TestApp;
  let admin: SignedIn;
  let attorney: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    await twoFacilities(app.database);
    [admin, attorney, paralegal] = [await app.signedIn('admin'), await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());

  const read = async (path: string) => (await app.get(path, { as: paralegal })).json();
  const find = async (body: object) => (await app.post('/v1/detainees/search', { as: paralegal, body })).json().items as Recorded[];
  const named = (fullName: string, more: object = {}) => aDetainee(app, paralegal, { names: [{ kind: 'primary', fullName }], ...more });

  describe('a file', () => {
    it('opens with who the person is, each part a fact with the same source, in one transaction', async () => {
      const answer = await app.post('/v1/detainees', {
        as: attorney,
        body: {
          source: SOURCE, attorneyId: attorney.id, birthDate: '1985-02-28', citizenship: 'IRQ', language: 'CLD', gender: 'male',
          names: [{ kind: 'primary', fullName: '  Usama   Hamama ' }, { kind: 'spelling', fullName: 'أسامة حمامة' }],
          identifiers: [{ kind: 'a-number', value: 'a 012-345-678' }],
        },
      });
      expect(answer.statusCode).toBe(201);
      const person = answer.json();
      expect(answer.headers.location).toBe(`/v1/detainees/${person.id}`);
      expect(person).toMatchObject({
        version: 1, isDemo: false, attorney: { id: attorney.id, name: 'An attorney' }, completeLists: [],
        identity: { birthDate: '1985-02-28', birthYear: 1985, citizenship: 'IRQ', language: 'cld', gender: 'male', version: 1 },
      });
      expect(person.names.map(({ fullName, script }: Recorded) => [fullName, script])).toEqual([['Usama Hamama', 'Latn'], ['أسامة حمامة', 'Arab']]);
      expect(person.identifiers[0]).toMatchObject({ kind: 'a-number', value: '012345678', source: SOURCE });
      expect(await read(`/v1/detainees/${person.id}`)).toEqual(person);
      const before = new Date(Date.parse(person.createdAt) - 1).toISOString();
      expect((await app.get(`/v1/detainees/${person.id}?asKnownOn=${before}`, { as: attorney })).statusCode).toBe(404);
    });

    it('shows the birth date as it was known on an earlier instant; a new date brings its own year', async () => {
      const person = await aDetainee(app, paralegal, { birthYear: 1980 });
      const path = `/v1/detainees/${person.id}/identity/${person.identity.id}`;
      const correct = (version: number, body: object) => app.patch(path, { as: paralegal, headers: { 'if-match': `"${version}"` }, body: { reason: 'passport', ...body } });
      expect((await correct(1, { birthDate: '1981-05-01' })).json()).toMatchObject({ birthDate: '1981-05-01', birthYear: 1981, citizenship: 'IRQ' });
      expect((await correct(2, { birthDate: '1979-05-01' })).json()).toMatchObject({ birthYear: 1979 });
      expect((await correct(3, { birthDate: null })).json()).toMatchObject({ birthDate: null, birthYear: 1979 });
      expect((await read(`/v1/detainees/${person.id}?asKnownOn=${person.identity.recordedAt}`)).identity).toMatchObject({ birthDate: null, birthYear: 1980 });
    });
  });

  describe('an identifier that another person has', () => {
    const open = (value: string) => app.post('/v1/detainees', {
      as: paralegal, body: { source: SOURCE, names: [{ kind: 'primary', fullName: 'Sara Toma' }], identifiers: [{ kind: 'other', value: 'x' + value }, { kind: 'a-number', value }] },
    });

    it('is refused in any form, naming the field and nothing of the other person', async () => {
      const first = await open('A212-345-678');
      const files = await app.database.query<{ n: number }>('select count(*)::int as n from detainee');
      const answer = await open('212345678');
      expect(answer.statusCode).toBe(409);
      expect(answer.json().errors[0].path).toBe('identifiers[1].value');
      expect(answer.body).not.toMatch(new RegExp(`Toma|212345678|${first.json<Recorded>().id}`));
      expect(await app.database.query('select count(*)::int as n from detainee')).toEqual(files);
    });

    it('is refused when two files are opened at once, and free again once it was withdrawn', async () => {
      const both = await Promise.all([open('A3123456'), open('003123456')]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
      const person = both.find(({ statusCode }) => statusCode === 201)!.json();
      for (const { id, version } of person.identifiers) {
        await app.delete(`/v1/detainees/${person.id}/identifiers/${id}`, { as: paralegal, headers: { 'if-match': `"${version}"` }, body: { reason: 'a brother\'s' } });
      }
      expect((await open('A3123456')).statusCode).toBe(201);
    });
  });

  describe('a search', () => {
    it('finds six spellings of one name by any of them, and keeps brothers of one name two people', async () => {
      const person = await named('Mohammed Abdulkareem Rasheed');
      for (const fullName of ['Muhammad Abdul Karim Rashid', 'Mohamad Abdelkarim Rachid', 'محمد عبد الكريم رشيد', 'Mohamed Abd al-Kareem Rasheed', 'Mohd Abdulkarim Rashid']) {
        await aFact(app, paralegal, person.id, 'names', { kind: 'spelling', fullName });
      }
      const brother = await named('Muhammad Abdulkarim Rashid', { birthDate: '1991-01-01' });
      for (const name of ['Mohamed Rashid', 'محمد رشيد', 'MUHAMAD ABDUL-KARIM', 'Rasheed, Mohammed', 'عبدالكريم']) {
        const found = await find({ name });
        expect(found.map(({ id }) => id).sort()).toEqual([person.id, brother.id].sort());
      }
      const [exact] = await find({ name: 'muhammad abdulkarim rashid' });
      expect(exact).toMatchObject({ id: brother.id, exact: true, birthDate: '1991-01-01', matchedNames: ['Muhammad Abdulkarim Rashid'] });
      expect(await find({ name: 'Mohamed Rashid', identifier: brother.identifiers[0].value })).toMatchObject([{ id: brother.id }]);
    });

    it('does not find a name that was withdrawn, or corrected to another', async () => {
      const person = await named('Zaya Khoshaba');
      await app.patch(`/v1/detainees/${person.id}/names/${person.names[0].id}`, {
        as: paralegal, headers: { 'if-match': '"1"' }, body: { fullName: 'Sargon Warda', reason: 'the wrong line of the list' },
      });
      expect(await find({ name: 'Zaya Khoshaba' })).toEqual([]);
      expect(await find({ name: 'Sargun Wardah' })).toMatchObject([{ id: person.id, name: 'Sargon Warda' }]);
    });

    it('calls a person by the primary name, else by one in Latin script, else by the first on file', async () => {
      const person = await aDetainee(app, paralegal, { names: ['يوسف ننوس', 'Yousif Nannos', 'Yusuf Nannos'].map((fullName) => ({ kind: 'spelling', fullName })) });
      expect(await find({ name: 'Yousif Nannos' })).toMatchObject([{ id: person.id, name: 'Yousif Nannos' }]);
      await aFact(app, paralegal, person.id, 'names', { kind: 'primary', fullName: 'يوسف نونا' });
      expect(await find({ name: 'Yousif Nannos' })).toMatchObject([{ id: person.id, name: 'يوسف نونا' }]);
      const other = await aDetainee(app, paralegal, { names: ['عمانوئيل بتو', 'عمانويل بتو'].map((fullName) => ({ kind: 'spelling', fullName })) });
      expect((await app.get('/v1/detainees?limit=1', { as: paralegal })).json().items).toMatchObject([{ id: other.id, name: 'عمانوئيل بتو' }]);
    });

    it('finds a number in any form, and the government\'s own id', async () => {
      const anonymous = 'F62520F6CFAB8AD227A064A1E9E633D15C7CA3B7';
      const person = await named('Nahrin Oshana', { identifiers: [{ kind: 'a-number', value: 'A4123456' }, { kind: 'ice-anonymized-id', value: anonymous }] });
      for (const identifier of ['A4123456', '004123456', 'a004-123-456', anonymous, anonymous.toLowerCase()]) {
        expect(await find({ identifier })).toMatchObject([{ id: person.id, name: 'Nahrin Oshana' }]);
      }
      expect(await find({ identifier: 'A9999999' })).toEqual([]);
    });

    it('pages through everybody it finds, in the order of their names', async () => {
      for (const name of ['Behnam Gorgis', 'Ashur Gorgis', 'Dinkha Gorgees', 'Caram Gorgis']) await named(name);
      const names: string[] = [];
      for (let cursor: string | undefined = undefined, more = true; more;) {
        const page: Recorded = (await app.post('/v1/detainees/search', { as: paralegal, body: { name: 'Gorgis', limit: 1, ...(cursor && { cursor }) } })).json();
        names.push(...page.items.map(({ name }: Recorded) => name));
        cursor = page.nextCursor ?? undefined;
        more = page.nextCursor !== null;
      }
      expect(names).toEqual(['Ashur Gorgis', 'Behnam Gorgis', 'Caram Gorgis', 'Dinkha Gorgees']);
    });

    it('for nothing, or for a name without a letter, is refused', async () => {
      for (const body of [{}, { name: '123' }]) {
        expect((await app.post('/v1/detainees/search', { as: paralegal, body })).statusCode).toBe(400);
      }
    });
  });

  describe('the caseload', () => {
    it('is listed newest first, page by page, with where each is held', async () => {
      const person = await named('Warda Odisho');
      await aStint(app, paralegal, person.id);
      const whole = (await read('/v1/detainees?limit=200')).items as Recorded[];
      expect(whole[0]).toMatchObject({ id: person.id, name: 'Warda Odisho', facility: 'GLADEFL', citizenship: 'IRQ', attorney: null });
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Recorded = await read(`/v1/detainees?limit=3${cursor && `&cursor=${cursor}`}`);
        paged.push(...page.items.map(({ id }: Recorded) => id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(whole.map(({ id }) => id));
      expect((await app.get('/v1/detainees?cursor=WyJ4IiwieSJd', { as: paralegal })).statusCode).toBe(400);
    });

    it('is filtered by attorney and by the facility of the open stint', async () => {
      const moved = await named('Ninos Benjamin');
      const stint = await aStint(app, paralegal, moved.id, { facility: 'STCLAMI' });
      const ids = async (query: string) => (await read(`/v1/detainees?${query}`)).items.map(({ id }: Recorded) => id);
      expect(await ids('facility=STCLAMI')).toEqual([moved.id]);
      await app.patch(`/v1/detainees/${moved.id}/stints/${stint.id}`, { as: paralegal, headers: { 'if-match': '"1"' }, body: { to: '2026-04-01', reason: 'left' } });
      expect(await ids('facility=STCLAMI')).toEqual([]);

      const assign = (as: SignedIn, version: number, attorneyId: string | null) =>
        app.patch(`/v1/detainees/${moved.id}`, { as, headers: { 'if-match': `"${version}"` }, body: { attorneyId } });
      expect((await assign(paralegal, 1, attorney.id)).statusCode).toBe(403);
      expect((await assign(attorney, 1, paralegal.id)).statusCode).toBe(422);
      expect((await assign(attorney, 1, admin.id)).json()).toMatchObject({ version: 2, attorney: { id: admin.id } });
      expect((await assign(admin, 1, attorney.id)).statusCode).toBe(412);
      expect(await ids(`attorney=${admin.id}`)).toEqual([moved.id]);
      expect((await app.post('/v1/detainees', { as: paralegal, body: { source: SOURCE, attorneyId: attorney.id } })).statusCode).toBe(403);
    });
  });

  describe('facilities', () => {
    it('say their field office, district and circuit, and are found by code, name, city, office and circuit', async () => {
      expect(await read('/v1/facilities/STCLAMI')).toMatchObject({
        code: 'STCLAMI', fieldOffice: 'DET', fieldOfficeName: 'Detroit', state: 'MI', districtCode: 'mied', circuit: '6', districtBasis: 'county',
      });
      for (const query of ['q=STCLAMI', 'q=st.%20clair%20county%20jail', 'q=Port%20Huron&state=MI', 'q=stcla&fieldOffice=DET&circuit=6']) {
        expect((await read(`/v1/facilities?${query}`)).items.map(({ code }: Recorded) => code)).toContain('STCLAMI');
      }
      expect((await read('/v1/facilities?q=%25_%25')).items).toEqual([]);
      expect((await app.get('/v1/facilities/NOWHERE', { as: paralegal })).statusCode).toBe(404);
      expect((await app.get('/v1/facilities?circuit=12', { as: paralegal })).json().errors[0].allowed).toContain('DC');
    });

    it('are added by an administrator alone; whom a changed circuit concerns is reviewed', async () => {
      const body = { name: 'A NEW WAREHOUSE', state: 'MI', circuit: '6', source: 'a notice of 2026-11-20' };
      expect((await app.put('/v1/facilities/NEWHOUS', { as: attorney, body })).statusCode).toBe(403);
      expect((await app.put('/v1/facilities/NEWHOUS', { as: admin, body })).json()).toMatchObject({ code: 'NEWHOUS', circuit: '6', city: null });
      const person = await named('Sennacherib Khamis');
      await aStint(app, paralegal, person.id, { facility: 'NEWHOUS' });
      await app.database.query('delete from review_mark');
      await app.put('/v1/facilities/NEWHOUS', { as: admin, body: { ...body, circuit: '7' } });
      expect(await app.database.query('select detainee_id from review_mark')).toEqual([{ detainee_id: person.id }]);
    });
  });

  it('take facts while a sweep holds their row', async () => {
    const person = await named('Elias Yako');
    const sweep = new pg.Client({ connectionString: app.database.url });
    await sweep.connect();
    await sweep.query('begin');
    await sweep.query('select 1 from detainee where id = $1 for no key update', [person.id]);
    await aStint(app, paralegal, person.id);
    await sweep.query('rollback');
    await sweep.end();
  });
});

describe('a fact recorded while Redis cannot be reached', () => {
  let app: TestApp;
  beforeAll(async () => { app = await testApp({ redisUrl: 'redis://127.0.0.1:1' }); });
  afterAll(() => app.close());

  it('is kept at once, and its person waits for review in PostgreSQL', async () => {
    const paralegal = await app.signedIn('paralegal');
    const began = performance.now();
    const person = await aDetainee(app, paralegal);
    expect(performance.now() - began).toBeLessThan(2_000);
    const marks = await app.database.query('select distinct detainee_id from review_mark');
    expect(marks).toEqual([{ detainee_id: person.id }]);
  });
});
