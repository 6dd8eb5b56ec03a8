import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type ProblemKind, PROBLEMS } from './problem.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Vigil')
    .setDescription(ABOUT)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    responses: problemResponses(),
  } as NonNullable<OpenAPIObject['components']>;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) if (item[method]) complete(path, method, item[method]);
  }
  return document;
}

/** The document at /docs-json and, unless it is not wanted, the page at /docs that shows it. */
export function serveDocs(app: INestApplication, { page }: { page: boolean }): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), { customSiteTitle: 'Vigil', ui: page, raw: ['json'] });
}

const ABOUT = `Who is held, since when, under which authority, and what the law says about it on a given day.

Days are \`YYYY-MM-DD\`; instants are RFC 3339 with an offset. \`null\` is *not known*, \`[]\` is *known to be none*.

Refusals are problem details (RFC 9457). A creation honours \`Idempotency-Key\` for a day. A change names what it saw by
\`If-Match\`. Lists answer \`{ items, nextCursor }\`.`;

/** What holds of all routes of a kind is said here once, so that no route can leave it out. */
function complete(path: string, method: (typeof METHODS)[number], operation: Operation): void {
  declarePathParameters(path, operation);
  const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
  const has = (place: string): boolean => parameters.some((parameter) => parameter.in === place);
  const named = (name: string): boolean => parameters.some((parameter) => parameter.name === name);
  const problems: ProblemKind[] = ['too-many-requests'];

  if ('x-permission' in operation) problems.push('not-signed-in', 'not-permitted');
  if (operation.requestBody !== undefined) problems.push('malformed-request', 'too-slow', 'too-large', 'unsupported-media-type', 'contradiction');
  if (has('query')) problems.push('invalid-request');
  if (has('path')) problems.push('not-found');
  if (named('If-Match')) problems.push('malformed-request', 'changed-meanwhile', 'version-required', 'conflict');
  if (method === 'post' && operation.responses['201']) {
    problems.push('conflict', 'contradiction');
    operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
    Object.assign(operation.responses['201'], { headers: { ETag: TEXT_HEADER, Location: TEXT_HEADER } });
  }
  for (const kind of problems) operation.responses[PROBLEMS[kind].status] ??= { $ref: `#/components/responses/${nameOf(PROBLEMS[kind].status)}` };
  operation.responses.default ??= { $ref: `#/components/responses/${nameOf(500)}` };
}

/** A name in the path that a route reads by other means than `@Param('name')` is a parameter all the same. */
function declarePathParameters(path: string, operation: Operation): void {
  const declared = (operation.parameters ?? []) as { name: string; in: string }[];
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .filter((name) => !declared.some((parameter) => parameter.in === 'path' && parameter.name === name))
    .map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' as const } }));
  operation.parameters = [...missing, ...(operation.parameters ?? [])];
}

const TEXT_HEADER = { schema: { type: 'string' as const } };

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Of your choosing, a new one for each thing to create: sent again within a day with the same body, it answers as before and creates nothing.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
};

const nameOf = (status: number): string => `Problem${status}`;

function problemResponses(): Record<string, unknown> {
  const responses: Record<string, { description: string; content: unknown }> = {};
  for (const { status, title } of Object.values(PROBLEMS)) {
    const before = responses[nameOf(status)];
    responses[nameOf(status)] = {
      description: before ? `${before.description}; or: ${title}` : title,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', enum: Object.keys(PROBLEMS).map((kind) => `urn:vigil:problem:${kind}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was wrong, in a sentence.' },
    instance: { type: 'string', description: 'The request, as the log names it.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'problem'],
        properties: {
          path: { type: 'string', description: 'The field, e.g. `events[0].on`; empty for the whole.' },
          problem: { type: 'string' },
          allowed: { type: 'array', items: { type: ['string', 'number', 'boolean'] } },
        },
      },
    },
    current: { description: 'With 412: what you would read now.' },
  },
};
