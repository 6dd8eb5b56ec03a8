import { randomUUID } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import type { SignedIn, TestApp } from '../app.js';
import { type ApiDocument, namesIn, type Operation } from './document.js';
import { hints } from './hints.js';
import type { Start } from './starts.js';
import { type Drawing, IdWanted, SOME_FILES, someText, valid } from './values.js';
import { type Reply, type Request, Wire } from './wire.js';

type Json = Record<string, unknown>;

const MOST_TRIES = 40;
const MOST_KNOWN = 12;
/** Few fields beside those that are required: what says little contradicts itself seldom. */
export const SPARING: Drawing = { optional: 15, nulls: 10, text: someText, files: SOME_FILES, hints: hints('Notice to appear, page 1') };

/**
 * Finds its own way through the API: which ids there are it learns from what the API answers, and what it needs and is
 * not there it records by the API itself, from the schemas. A route that comes new needs no word here.
 */
export class Explorer {
  /** ids by the address of the list in which they stand: `/v1/detainees/…/stints` */
  private readonly known = new Map<string, string[]>();
  /** lists into which nothing could be recorded, by their templates */
  private readonly barren = new Set<string>();
  private readonly bodies = new Map<string, Arbitrary<unknown>>();
  private start: Start = {};
  private seed: number;
  readonly wire: Wire;
  /** whom the explorer itself acts for, whom no request may disable or shut out */
  private readonly spared = new Set<string>();
  /** by address, what was sent as If-Match and is true until something is written */
  private readonly tags = new Map<string, string | null>();
  /** how often the explorer itself has asked or begun something */
  acts = 0;

  constructor(readonly app: TestApp, readonly document: ApiDocument, private readonly admin: SignedIn, seed: number, private readonly drawing: Drawing = SPARING) {
    this.wire = new Wire(app.url);
    this.seed = seed;
    this.spare(admin.id);
  }

  spare(...ids: string[]): void {
    for (const id of ids) this.spared.add(id);
  }

  /** For the turn of one operation: what alone is there at some addresses, and what its body mostly says in some fields. */
  begin({ route, body }: Operation, start: Start): void {
    this.start = start;
    if (!body || !start.said) return;
    const said = Object.entries(start.said).map(([name, value]) => [name, fc.constant(value)] as const);
    this.bodies.set(route, valid(this.document, body.schema, { ...this.drawing, hints: { ...this.drawing.hints, ...Object.fromEntries(said) } }));
  }

  /** A body that the schema allows, with the ids of what there is. */
  body(operation: Operation, path: string): unknown {
    if (!operation.body) return null;
    const { schema } = operation.body;
    let arbitrary = this.bodies.get(operation.route);
    if (!arbitrary) this.bodies.set(operation.route, arbitrary = valid(this.document, schema, this.drawing));
    return this.filled(fc.sample(arbitrary, { numRuns: 1, seed: this.seed++ })[0], path);
  }

  /** The address with something that is there in each of its places. */
  async path(template: string): Promise<string> {
    let path = '';
    for (const part of template.slice(1).split('/')) {
      const [name] = namesIn(part);
      path += name === undefined ? `/${part}` : `/${encodeURIComponent(await this.valueFor(template, path, name))}${part.slice(part.indexOf('}') + 1)}`;
    }
    return path;
  }

  async send(request: Omit<Request, 'headers'> & { headers?: Record<string, string>; as?: SignedIn | null }): Promise<Reply> {
    const { as = this.admin, headers = {}, ...rest } = request;
    this.acts += 1;
    if (rest.method !== 'GET') this.written();
    const reply = await this.wire.send({ ...rest, headers: { ...(as && { authorization: `Bearer ${as.token}` }), ...headers } });
    this.learn(request.method, request.path, reply);
    return reply;
  }

  sendBody(operation: Operation, path: string, body: unknown, headers: Record<string, string> = {}, as?: SignedIn | null): Promise<Reply> {
    const encoded = operation.body === null ? { headers: {}, body: null } : encode(operation.body.mediaType, body);
    return this.send({ method: operation.method, path, body: encoded.body, headers: { ...encoded.headers, ...headers }, ...(as !== undefined && { as }) });
  }

  /** What has a version: the thing at the address as it is read, alone or in its list, or the nearest thing that holds it; null if it is not there. */
  async versioned({ path: template }: Operation, path: string, as?: SignedIn): Promise<Json | null> {
    const [parts, places] = [path.split('/'), template.split('/')];
    for (let count = parts.length; count > 2; count--) {
      if (!this.document.find('GET', places.slice(0, count).join('/'))) continue;
      const { status, json } = await this.send({ method: 'GET', path: parts.slice(0, count).join('/'), body: null, ...(as && { as }) });
      if (status !== 200) return null;
      const { items } = json as { items?: Json[] };
      const found = items === undefined ? json as Json : items.find((item) => Object.values(item).includes(parts[count]));
      if (typeof found?.version === 'number') return found;
    }
    return null;
  }

  /** What to send as If-Match. */
  async etag(operation: Operation, path: string): Promise<string | null> {
    const key = `${operation.path} ${path}`;
    const known = this.tags.get(key);
    if (known !== undefined) return known;
    const found = await this.versioned(operation, path);
    const tag = found && `"${String(found.version)}"`;
    this.tags.set(key, tag);
    return tag;
  }

  /** Something was written, whoever did it: the versions that were read may be former ones. */
  written(): void {
    this.tags.clear();
  }

  /** A session that a request has ended is begun anew. */
  async renew(user: SignedIn): Promise<void> {
    this.acts += 1;
    Object.assign(user, await this.app.session(user.id));
  }

  /** Ids in place of what stands for them; of the person of the address, where that has one. */
  filled(value: unknown, path: string): unknown {
    if (value instanceof IdWanted) return this.idFor(value.property, path);
    if (Array.isArray(value)) return value.map((each) => this.filled(each, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.filled(inner, path)]));
  }

  /** What a list holds is known from then on, and what is not there any more is known no longer. */
  learn(method: string, path: string, { status, json }: Reply): void {
    const [address] = path.split('?', 1) as [string];
    if (status === 404 || status === 410 || (method === 'DELETE' && status === 204)) this.forget(address);
    if (status < 200 || status > 299 || typeof json !== 'object' || json === null) return;
    const { items, id } = json as { items?: unknown; id?: unknown };
    if (method === 'GET' && Array.isArray(items)) for (const item of items as Json[]) this.keep(address, item.id ?? item.code ?? item.kind);
    if (method === 'POST' && typeof id === 'string' && status === 201) this.keep(address, id);
  }

  private keep(collection: string, id: unknown): void {
    if (typeof id !== 'string' || this.spared.has(id)) return;
    const ids = this.known.get(collection) ?? [];
    if (!ids.includes(id)) this.known.set(collection, [...ids, id].slice(-MOST_KNOWN));
  }

  private forget(address: string): void {
    for (let at = address; at.includes('/v1/'); at = at.slice(0, at.lastIndexOf('/'))) {
      const [collection, id] = [at.slice(0, at.lastIndexOf('/')), at.slice(at.lastIndexOf('/') + 1)];
      const ids = this.known.get(collection);
      if (!ids?.includes(id)) continue;
      this.known.set(collection, ids.filter((each) => each !== id));
      return; // the thing itself, or the nearest thing that holds it
    }
  }

  private async valueFor(template: string, collection: string, name: string): Promise<string> {
    const begun = this.start.there?.[collection];
    if (begun) return this.drawn(begun);
    const declared = this.parameter(template, name);
    if (declared?.enum) return this.drawn(declared.enum.map(String));
    const templateOfList = template.slice(0, template.indexOf(`/{${name}}`));
    if ((this.known.get(collection) ?? []).length === 0 && !this.barren.has(templateOfList)) await this.populate(templateOfList, collection);
    const ids = this.known.get(collection) ?? [];
    if (ids.length > 0) return this.drawn(ids);
    return declared?.pattern === undefined ? randomUUID() : String(fc.sample(fc.stringMatching(new RegExp(declared.pattern)), { numRuns: 1, seed: this.seed++ })[0]);
  }

  private parameter(template: string, name: string) {
    const operation = this.document.operations.find(({ path, parameters }) => path.startsWith(template.slice(0, template.indexOf(`{${name}}`))) && parameters.some((each) => each.in === 'path' && each.name === name && (each.schema.enum ?? each.schema.pattern)));
    return operation?.parameters.find((each) => each.in === 'path' && each.name === name)?.schema;
  }

  /** Reads the list; an empty one is given something. */
  private async populate(template: string, collection: string): Promise<void> {
    const list = this.document.find('GET', template);
    if (list) await this.send({ method: 'GET', path: collection, body: null });
    if ((this.known.get(collection) ?? []).length > 0) return;
    if (!(await this.create(template, collection))) this.barren.add(template);
  }

  /** The answer to a creation that was taken, or null after many that were not. */
  async create(template: string, collection: string): Promise<Reply | null> {
    const operation = this.document.find('POST', template);
    if (!operation?.answers.has('201')) return null;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const reply = await this.sendBody(operation, collection, this.body(operation, collection));
      if (reply.status === 201) return reply;
    }
    return null;
  }

  private idFor(property: string, path: string): string {
    const person = /^\/v1\/detainees\/[^/]+/.exec(path)?.[0];
    const lists = [...this.known.keys()].filter((list) => this.known.get(list)!.length > 0);
    const wanted = /user|attorney|author/i.test(property) ? lists.filter((list) => list === '/v1/users')
      : /detainee|person/i.test(property) ? lists.filter((list) => list === '/v1/detainees')
        : lists.filter((list) => person !== undefined && list.startsWith(`${person}/`) && list.toLowerCase().includes(property.replace(/Id$/, '').toLowerCase()));
    const from = wanted.length > 0 ? wanted : lists;
    return from.length === 0 ? randomUUID() : this.drawn(this.known.get(this.drawn(from))!);
  }

  private drawn<T>(from: readonly T[]): T {
    return from[this.seed++ % from.length];
  }
}

export function encode(mediaType: string, body: unknown): { headers: Record<string, string>; body: string | Buffer } {
  if (mediaType !== 'multipart/form-data') return { headers: { 'content-type': mediaType }, body: JSON.stringify(body) ?? '' };
  const boundary = 'a-boundary-of-a-test';
  const parts = Object.entries(typeof body === 'object' && body !== null ? body : { file: body }).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
    const label = `Content-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"`;
    return name === 'file' ? `--${boundary}\r\n${label}; filename="a file.csv"\r\nContent-Type: application/octet-stream\r\n\r\n${text}\r\n` : `--${boundary}\r\n${label}\r\n\r\n${text}\r\n`;
  });
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`) };
}
