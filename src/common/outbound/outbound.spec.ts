import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Outbound, OutboundRefused, type Resolver } from './outbound.js';

interface Asked {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const asked: Asked[] = [];
let server: Server;
let port: number;
let answer: RequestListener;
const made: Outbound[] = [];

/** What each name stands for; asked again, a name may stand for something else. */
const names = new Map<string, string[]>();
let lookups: string[] = [];
const resolve: Resolver = (host) => {
  lookups.push(host);
  return Promise.resolve((names.get(host) ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
};
const outbound = (...named: string[]): Outbound => {
  const one = new Outbound(named, resolve);
  made.push(one);
  return one;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      asked.push({ method: request.method, url: request.url, headers: request.headers, body: body.toString() });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => made.splice(0).forEach((each) => each.onApplicationShutdown()));
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  lookups = [];
  names.clear();
  answer = (_request, response) => response.setHeader('x-said', 'yes').end('hello');
});

describe('a request to an address that the office did not name', () => {
  it.each([
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.0.0.1/', 'https://0177.0.0.1/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/', 'https://0/', 'https://10.0.0.5/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'https://[fe80::1]/', 'https://[::]/', 'https://[64:ff9b::a9fe:a9fe]/',
  ])('%s is not sent', async (url) => {
    await expect(outbound().fetch(url)).rejects.toThrow(OutboundRefused);
    expect([asked, lookups]).toEqual([[], []]);
  });

  it.each([['loopback', ['127.0.0.1']], ['loopback in IPv6', ['::1']], ['the metadata of a cloud', ['169.254.169.254']], ['mapped loopback', ['::ffff:7f00:1']],
    ['a public address and a private one', ['93.184.216.34', '10.0.0.1']], ['nothing', []]])('whose name stands for %s is not sent', async (_what, addresses) => {
    names.set('rebind.example', addresses);
    await expect(outbound().fetch(`https://rebind.example:${port}/`)).rejects.toMatchObject({ code: 'OUTBOUND_REFUSED' });
    expect([asked, lookups]).toEqual([[], ['rebind.example']]);
  });

  it('in plain HTTP is not sent, however public it is', async () => {
    names.set('public.example', ['93.184.216.34']);
    await expect(outbound().fetch('http://public.example/')).rejects.toThrow('plain HTTP');
    expect(lookups).toEqual([]);
  });

  it.each(['ftp://public.example/', 'file:///etc/passwd', 'data:text/plain,x'])('%s is not sent: only HTTP is spoken', async (url) => {
    await expect(outbound('public.example').fetch(url)).rejects.toThrow('only HTTP is spoken');
  });

  it('is not sent to another port of a host that was named with one', async () => {
    await expect(outbound('127.0.0.1:1').fetch(`https://127.0.0.1:${port}/`)).rejects.toThrow(OutboundRefused);
    await expect(outbound('127.0.0.1:1').connect('127.0.0.1', port, AbortSignal.timeout(1_000))).rejects.toThrow(OutboundRefused);
    expect(asked).toEqual([]);
  });
});

describe('a request to a host that the office named', () => {
  it('goes to the address that was looked at: the name is asked once, and for nothing else', async () => {
    names.set('minio.office.example', ['127.0.0.1']);
    const response = await outbound('minio.office.example').fetch(`http://minio.office.example:${port}/a?b=c`, { headers: { 'X-A': '1' } });
    expect([response.status, response.headers.get('x-said'), await response.text()]).toEqual([200, 'yes', 'hello']);
    expect(asked).toMatchObject([{ method: 'GET', url: '/a?b=c', headers: { host: `minio.office.example:${port}`, 'x-a': '1' } }]);
    expect(lookups).toEqual(['minio.office.example']);
  });

  it('carries a form, or bytes, as they are', async () => {
    const one = outbound('127.0.0.1');
    await one.fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: new URLSearchParams({ a: 'b c' }) });
    await one.fetch(`http://127.0.0.1:${port}/`, { method: 'PUT', body: Buffer.from('bytes'), headers: { 'content-type': 'application/octet-stream' } });
    expect(asked).toMatchObject([
      { method: 'POST', body: 'a=b+c', headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } },
      { method: 'PUT', body: 'bytes', headers: { 'content-type': 'application/octet-stream' } },
    ]);
  });

  it('reads a mebibyte of an answer, and not one byte more', async () => {
    const of = (bytes: number) => {
      answer = (_request, response) => response.end(Buffer.alloc(bytes));
      return outbound('127.0.0.1').fetch(`http://127.0.0.1:${port}/`);
    };
    expect((await (await of(1024 * 1024)).arrayBuffer()).byteLength).toBe(1024 * 1024);
    await expect(of(1024 * 1024 + 1)).rejects.toThrow('larger than is read');
  });

  it('ends when its caller does not want it any more', async () => {
    answer = () => undefined;
    await expect(outbound('127.0.0.1').fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(50) })).rejects.toThrow(/abort/i);
  });

  it('can be a bare connection', async () => {
    names.set('mail.office.example', ['127.0.0.1']);
    const socket = await outbound('mail.office.example').connect('mail.office.example', port, AbortSignal.timeout(1_000));
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
    await expect(outbound().connect('mail.office.example', port, AbortSignal.timeout(1_000))).rejects.toThrow(OutboundRefused);
  });
});

it.each(['/there', 'https://169.254.169.254/latest/', 'https://rebind.example/', 'file:///etc/passwd'])('a redirect to %s is the answer, and is not followed', async (location) => {
  for (const status of [301, 302, 303, 307, 308]) {
    answer = (_request, response) => response.writeHead(status, { location }).end();
    const answered = await outbound('127.0.0.1').fetch(`http://127.0.0.1:${port}/`);
    expect([answered.status, answered.headers.get('location')]).toEqual([status, location]);
  }
  expect(asked).toHaveLength(5);
});
