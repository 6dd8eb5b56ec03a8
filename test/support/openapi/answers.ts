import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ApiDocument, Operation } from './document.js';
import type { Reply } from './wire.js';

const BASE = 'https://vigil.example/openapi';

const FORMATS = {
  date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, uri: /^[a-z][a-z0-9+.-]*:\S+$/i, binary: true as const, email: true as const,
};

/** What must never be read in an answer that refuses: where the program stands, what it runs on, what it asked the database. */
const INSIDES = /node_modules|\.[cm]?[jt]s:\d+|\bat \S+ \(|\bselect\b.+\bfrom\b|\binsert into\b|syntax error|pg_|violates|PostgreSQL|fastify|nestjs|typeorm|node\.js|v\d+\.\d+\.\d+/i;

/** Holds an answer to what the document says of it. */
export class Answers {
  private readonly ajv: Ajv2020;
  private readonly compiled = new WeakMap<object, ValidateFunction>();

  constructor(document: ApiDocument) {
    this.ajv = new Ajv2020({ strict: false, allErrors: false, formats: FORMATS });
    this.ajv.addSchema({ $id: BASE, components: document.raw.components });
  }

  /** What is wrong with it; nothing, if nothing is. */
  faults(operation: Operation, reply: Reply): string[] {
    return [...this.ofEvery(reply), ...(reply.status >= 400 ? this.ofRefusal(operation, reply) : this.ofAnswer(operation, reply))];
  }

  private ofEvery({ status, headers }: Reply): string[] {
    return [
      ...(status >= 500 ? [`it is ${status}`] : []),
      ...(headers['x-content-type-options'] === 'nosniff' && headers['cache-control'] === 'no-store' ? [] : ['it lacks the headers that every answer has']),
      ...Object.keys(headers).filter((name) => /^(access-control-|server$|x-powered-by$)/.test(name)).map((name) => `it has the header ${name}`),
    ];
  }

  private ofRefusal(operation: Operation, { status, headers, text, json }: Reply): string[] {
    if (!headers['content-type']?.startsWith('application/problem+json')) return [`${status} is no problem but ${headers['content-type']}`];
    const key = operation.answers.has(String(status)) ? String(status) : 'default';
    const schema = operation.answers.get(key)?.get('application/problem+json');
    // What somebody else wrote meanwhile may say anything.
    const words = JSON.stringify({ ...(json as object), current: undefined });
    return [
      ...(schema ? this.against(schema, json) : [`${status} is not in the document`]),
      ...((json as { status?: number }).status === status ? [] : ['its status is not the one in its body']),
      ...(INSIDES.test(words) ? [`it tells of our insides: ${text.slice(0, 200)}`] : []),
    ];
  }

  private ofAnswer(operation: Operation, { status, headers, text, json }: Reply): string[] {
    const content = operation.answers.get(String(status));
    if (!content) return [`${status} is not in the document`];
    const type = headers['content-type']?.split(';', 1)[0];
    if (text === '' && type === undefined) return content.size === 0 ? [] : [`${status} has no content`];
    if (!content.has(type ?? '')) return [`${status} is ${type}, which is not in the document (${[...content.keys()].join(', ')})`];
    const schema = content.get(type ?? '');
    return schema && type === 'application/json' ? this.against(schema, json) : [];
  }

  private against(schema: object, value: unknown): string[] {
    let validate = this.compiled.get(schema);
    if (!validate) this.compiled.set(schema, validate = this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${BASE}#/`)) as object));
    if (validate(value)) return [];
    const [{ instancePath, message = '', params }] = validate.errors!;
    return [`the answer does not fit its schema: ${instancePath} ${message} ${JSON.stringify(params)}`];
  }
}
