import type { TestApp } from '../app.js';

/** As much of JSON Schema as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Operation {
  method: Method;
  /** `/v1/detainees/{detaineeId}/stints/{id}` */
  path: string;
  /** `PATCH /v1/detainees/{detaineeId}/stints/{id}` */
  route: string;
  parameters: Parameter[];
  body: { mediaType: string; schema: Schema } | null;
  /** by status (`default` where nothing else fits) and media type; without a schema, null */
  answers: ReadonlyMap<string, ReadonlyMap<string, Schema | null>>;
  isPublic: boolean;
}

interface RawOperation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, RawResponse>;
  'x-permission'?: string;
}
interface RawResponse {
  $ref?: string;
  content?: Record<string, { schema?: Schema }>;
}
interface RawDocument {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, RawResponse> };
}

/** What the API says of itself: a test that walks it needs no edit for a route that comes new. */
export class ApiDocument {
  readonly operations: readonly Operation[];

  private constructor(readonly raw: RawDocument) {
    this.operations = Object.entries(raw.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => this.read(method, path, operation)));
  }

  static async of(app: TestApp): Promise<ApiDocument> {
    return new ApiDocument((await app.get('/docs-json')).json<RawDocument>());
  }

  find(method: Method, path: string): Operation | undefined {
    return this.operations.find((operation) => operation.method === method && operation.path === path);
  }

  /** The schema that a reference leads to. */
  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    return this.resolve(this.raw.components.schemas[schema.$ref.split('/').at(-1)!]);
  }

  private read(method: string, path: string, { parameters = [], requestBody, responses, ...more }: RawOperation): Operation {
    const [body] = Object.entries(requestBody?.content ?? {});
    const resolved = (response: RawResponse): RawResponse => (response.$ref === undefined ? response : this.raw.components.responses[response.$ref.split('/').at(-1)!]);
    return {
      method: method.toUpperCase() as Method, path, route: `${method.toUpperCase()} ${path}`, parameters,
      body: body === undefined ? null : { mediaType: body[0], schema: body[1].schema ?? {} },
      answers: new Map(Object.entries(responses).map(([status, response]) =>
        [status, new Map(Object.entries(resolved(response).content ?? {}).map(([type, { schema }]) => [type, schema ?? null]))])),
      isPublic: more['x-permission'] === undefined,
    };
  }
}

export const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
