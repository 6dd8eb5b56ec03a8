import { Agent as PlainAgent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { once } from 'node:events';
import { isPublicAddress } from './public-address.js';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Every address of a name, as the system knows them. */
export type Resolver = (host: string) => Promise<ResolvedAddress[]>;

export interface OutboundInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams | Uint8Array | null;
  signal?: AbortSignal;
}

/** Nothing was sent: the address is one that the office did not name and that is not public. */
export class OutboundRefused extends Error {
  readonly code = 'OUTBOUND_REFUSED';
  constructor(why: string) {
    super(`a request was not sent: ${why}`);
    this.name = 'OutboundRefused';
  }
}

const ANSWER_WITHIN_MS = 20_000;
const ANSWER_LIMIT_BYTES = 1024 * 1024;

/**
 * All that this program asks of other servers. A name is resolved once, what it resolves to is looked at, and the
 * connection goes to that very address: a name that answers differently the second time gains nothing. Private networks,
 * this machine and the metadata of clouds are closed, and so is plain HTTP, but for hosts that the office has named.
 */
export class Outbound {
  private readonly plain = new PlainAgent({ keepAlive: true });
  private readonly tls = new TlsAgent({ keepAlive: true });

  /** `named`: `host` or `host:port`, as they stand in the address */
  constructor(private readonly named: readonly string[], private readonly resolve: Resolver) {}

  onApplicationShutdown(): void {
    this.plain.destroy();
    this.tls.destroy();
  }

  /** The whole answer, as `fetch` gives it; at most a mebibyte, within twenty seconds. A redirect is an answer, and is not followed. */
  async fetch(to: string | URL, { method = 'GET', headers = {}, body, signal }: OutboundInit = {}): Promise<Response> {
    const within = AbortSignal.any([AbortSignal.timeout(ANSWER_WITHIN_MS), ...(signal ? [signal] : [])]);
    const isForm = body instanceof URLSearchParams;
    const request = this.request(new URL(to), {
      method, signal: within,
      headers: { 'accept-encoding': 'identity', ...(isForm && { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }), ...lowerCased(headers) },
    });
    request.end(isForm ? body.toString() : body ?? undefined);
    const [answer] = await once(request, 'response', { signal: within }) as [IncomingMessage];
    return responseOf(answer);
  }

  /** One request whose body and answer are streamed by the caller, who also says how long silence is borne. Follows no redirect. */
  request(url: URL, options: { method: string; headers: Record<string, string>; signal?: AbortSignal }): ClientRequest {
    const isTls = url.protocol === 'https:';
    if (!isTls && url.protocol !== 'http:') throw new OutboundRefused('only HTTP is spoken');
    const host = hostOf(url.hostname);
    const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port);
    const isNamed = this.isNamed(host, port);
    if (!isTls && !isNamed) throw new OutboundRefused('plain HTTP is spoken with hosts alone that the office has named');
    const lookup = this.lookupFor(host, isNamed);
    return isTls ? tlsRequest(url, { ...options, agent: this.tls, lookup }) : plainRequest(url, { ...options, agent: this.plain, lookup });
  }

  /** A bare connection, for what does not speak HTTP. */
  async connect(host: string, port: number, signal: AbortSignal): Promise<Socket> {
    const socket = connect({ host, port, lookup: this.lookupFor(hostOf(host), this.isNamed(hostOf(host), port)) });
    try {
      await once(socket, 'connect', { signal });
      return socket;
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }

  private isNamed(host: string, port: number): boolean {
    const written = host.includes(':') ? `[${host}]` : host;
    return this.named.some((each) => each === written || each === host || each === `${written}:${port}`);
  }

  /** Throws at once for a numeric address, which is never looked up. */
  private lookupFor(host: string, isNamed: boolean): LookupFunction {
    if (!isNamed && isIP(host) !== 0 && !isPublicAddress(host)) throw new OutboundRefused('the address is not a public one');
    return (name, options, done) => {
      this.checked(name, isNamed).then(
        (addresses) => (options.all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family)),
        (error: NodeJS.ErrnoException) => done(error, []),
      );
    };
  }

  private async checked(name: string, isNamed: boolean): Promise<ResolvedAddress[]> {
    const addresses = await this.resolve(name);
    if (addresses.length === 0) throw new OutboundRefused('the name has no address');
    if (!isNamed && !addresses.every(({ address }) => isPublicAddress(address))) throw new OutboundRefused('the name stands for an address that is not a public one');
    return addresses;
  }
}

const hostOf = (written: string): string => written.toLowerCase().replace(/^\[|\]$/g, '');

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ANSWER_LIMIT_BYTES) throw new Error('an answer from outside is larger than is read'); // leaving the loop ends the stream
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) for (const each of [value ?? []].flat()) headers.append(name, each);
  const status = answer.statusCode ?? 0;
  return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
}
