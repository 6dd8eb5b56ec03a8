import type { TestApp } from '../support/app.js';
import { testApp } from '../support/app.js';

interface Operation {
  summary?: string;
  operationId: string;
  tags?: string[];
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content: Record<string, { schema?: unknown }> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, { schema?: unknown }> }>;
  'x-permission'?: string;
}

const PUBLIC = [
  'GET /health/live', 'GET /health/ready', 'POST /v1/auth/sign-in', 'POST /v1/auth/second-factor', 'POST /v1/auth/second-factor/enrolment',
  'POST /v1/auth/second-factor/enrolment/confirm', 'POST /v1/auth/refresh', 'POST /v1/auth/password-reset', 'POST /v1/auth/password-reset/complete',
  'POST /v1/auth/openid-connect/start', 'POST /v1/auth/openid-connect/finish',
];
/** Under an id that the client makes: what is new has never been read. */
const MADE_BY_THE_CLIENT = /^PUT \/v1\/ice-contacts\/drafts\//;
/** What has no versions: it ends once, and ending it again changes nothing. */
const WITHOUT_VERSION = /sessions|second-factor|provider-link|\/team\/|\/walls\/|\/holds\//;


describe('the OpenAPI document', () => {
  let app: TestApp;
  let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: Record<string, Record<string, unknown>> };
  let operations: (readonly [route: string, operation: Operation])[];

  beforeAll(async () => {
    app = await testApp();
    document = (await app.get('/docs-json')).json();
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const));
  });
  afterAll(() => app.close());

  it('is of version 3.1 and has nothing left of 3.0', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('describes every route that is served, and no other', () => {
    const served = app.routes
      .filter((route) => !route.startsWith('HEAD ') && !route.startsWith('OPTIONS ') && !/ \/docs/.test(route))
      .map((route) => route.replace(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1'));
    expect(operations.map(([route]) => route).sort()).toEqual([...new Set(served)].sort());
  });

  it('names each operation once', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of each route in a line what it does, under which heading, and who may', () => {
    const faults = operations.flatMap(([route, { summary, tags, security, 'x-permission': permission }]) => [
      ...(summary && !summary.includes('\n') ? [] : [`${route}: no summary of one line`]),
      ...(tags?.length ? [] : [`${route}: no tag`]),
      ...(PUBLIC.includes(route) === (permission === undefined && security === undefined) ? [] : [`${route}: open, or closed, against what is known`]),
    ]);
    expect(faults).toEqual([]);
  });

  it('gives every body and every answer a shape, and every route its problems', () => {
    const faults = operations.flatMap(([route, { responses, requestBody, parameters = [] }]) => {
      const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      return [
        ...(answers.length > 0 ? [] : [`${route}: no answer`]),
        ...answers.flatMap(([status, { content = {} }]) =>
          (status === '204' || Object.values(content).some(({ schema }) => schema) ? [] : [`${route}: answer ${status} without a schema`])),
        ...(requestBody && !Object.values(requestBody.content).every(({ schema }) => schema) ? [`${route}: body without a schema`] : []),
        ...parameters.filter(({ schema }) => !schema).map(({ name }) => `${route}: parameter ${name} without a schema`),
        ...(responses.default?.$ref ? [] : [`${route}: no default problem`]),
        ...(PUBLIC.includes(route) || responses['401'] ? [] : [`${route}: no 401`]),
        ...(route.includes('{') && !responses['404'] ? [`${route}: no 404`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('offers Idempotency-Key on each creation, and requires If-Match on each change and withdrawal', () => {
    const named = (operation: Operation, name: string) => operation.parameters?.find((parameter) => parameter.name === name);
    const faults = operations.flatMap(([route, operation]) => [
      ...(route.startsWith('POST ') && operation.responses['201'] && !named(operation, 'Idempotency-Key') ? [`${route}: no Idempotency-Key`] : []),
      ...(named(operation, 'If-Match')?.required === false && !MADE_BY_THE_CLIENT.test(route) ? [`${route}: If-Match is optional`] : []),
      ...(/^(PATCH|DELETE) /.test(route) && !WITHOUT_VERSION.test(route) && !named(operation, 'If-Match') ? [`${route}: no If-Match`] : []),
    ]);
    expect(faults).toEqual([]);
  });

  it('has something at the end of every reference, and no path parameter undeclared', () => {
    const lost = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)]
      .map(([, pointer]) => pointer)
      .filter((pointer) => pointer.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document) === undefined);
    expect(lost).toEqual([]);
    for (const [route, { parameters = [] }] of operations) {
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([route, parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name).sort()]).toEqual([route, inPath.sort()]);
    }
  });

  it('uses only types that JSON Schema has', () => {
    const types = new Set<unknown>();
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) return node.forEach(walk);
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'type' && (typeof value === 'string' || Array.isArray(value))) [value].flat().forEach((type) => types.add(type));
        else walk(value);
      }
    };
    walk(document.paths);
    Object.values(document.components.schemas).forEach(walk);
    expect([...types].filter((type) => !['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'].includes(type as string))).toEqual([]);
  });

  it('nobody gets anything but the public routes without signing in', async () => {
    const closed = operations.map(([route]) => route).filter((route) => !PUBLIC.includes(route));
    expect(closed.length).toBeGreaterThan(4);
    for (const route of closed) {
      const [method, path] = route.split(' ') as ['GET', string];
      const answer = await app.send(method, path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000009'));
      expect([route, answer.statusCode, answer.headers['content-type']]).toEqual([route, 401, 'application/problem+json; charset=utf-8']);
    }
  });
});
