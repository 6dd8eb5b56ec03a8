import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FixedClock } from '../common/clock.js';
import { Outbound } from '../common/outbound/outbound.js';
import { systemResolver } from '../common/outbound/system-resolver.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import type { DocumentStorage } from './storage.js';

const NOW = '2026-11-24T12:00:00Z';
const SECRET = 'a secret of the bucket';
const hex = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const keyed = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A bucket that takes nothing which is not signed as it must be, nor with another body than was signed. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  failing = false;
  private server!: Server;

  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const { method = '', url = '', headers } = request;
        const answer = (status: number, content: Buffer | string = ''): void => { response.writeHead(status).end(content); };
        if (this.failing) return answer(503, '<Error>SlowDown</Error>');
        const [, scope, names, signature] = /^AWS4-HMAC-SHA256 Credential=AKIDTEST\/(\S+),SignedHeaders=(\S+),Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
        const payload = String(headers['x-amz-content-sha256']);
        if (signature === undefined || payload !== hex(body)) return answer(403);
        if (method === 'PUT' && headers['content-length'] !== String(body.length)) return answer(411);
        const canonical = `${method}\n${url}\n\n${names.split(';').map((name) => `${name}:${String(headers[name])}\n`).join('')}\n${names}\n${payload}`;
        const key = scope.split('/').reduce<Buffer | string>((secret, part) => keyed(secret, part), `AWS4${SECRET}`) as Buffer;
        if (keyed(key, `AWS4-HMAC-SHA256\n${String(headers['x-amz-date'])}\n${scope}\n${hex(canonical)}`).toString('hex') !== signature) return answer(403);
        if (method === 'PUT') this.objects.set(url, body);
        if (method === 'GET') return this.objects.has(url) ? answer(200, this.objects.get(url)) : answer(404, '<Error>NoSuchKey</Error>');
        if (method === 'DELETE') this.objects.delete(url);
        answer(method === 'DELETE' ? 204 : 200);
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close = () => new Promise((resolve) => this.server.close(resolve));
}

const bucket = new Bucket();
const outbound = new Outbound(['127.0.0.1'], systemResolver);
let folder: string;
let endpoint: string;
const s3 = (secretAccessKey = SECRET): S3Storage =>
  new S3Storage({ endpoint, bucket: 'vigil-test', region: 'us-east-2', accessKeyId: 'AKIDTEST', secretAccessKey }, new FixedClock(NOW, 'UTC'), outbound);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigil-storage-'));
  endpoint = await bucket.listen();
});
afterAll(async () => {
  outbound.onApplicationShutdown();
  await bucket.close();
  rmSync(folder, { recursive: true });
});

function aFile(bytes: Buffer): [address: string, file: string, size: number] {
  const file = path.join(folder, hex(bytes).slice(0, 8));
  writeFileSync(file, bytes);
  return [hex(bytes), file, bytes.length];
}

describe.each<[string, () => DocumentStorage]>([
  ['a folder', () => new LocalStorage(path.join(folder, 'documents'))],
  ['a bucket', () => s3()],
])('%s', (_what, storage) => {
  it.each([1, 70_000, 3_000_000])('gives back %i bytes as they were put there, until they are removed', async (size) => {
    const bytes = randomBytes(size);
    const put = aFile(bytes);
    await storage().put(...put);
    await storage().put(...put); // twice is once
    expect((await buffer(await storage().get(put[0]))).equals(bytes)).toBe(true);
    await storage().remove(put[0]);
    await storage().remove(put[0]);
    await expect(storage().get(put[0])).rejects.toThrow('is not in the storage');
  });

  it('says that what was never put there is not there', async () => {
    await expect(storage().get(hex('nothing'))).rejects.toThrow('is not in the storage');
  });
});

describe('a bucket', () => {
  it('refuses another secret, and nothing is kept', async () => {
    const before = bucket.objects.size;
    await expect(s3('another secret').put(...aFile(Buffer.from('x')))).rejects.toThrow('the storage refused: 403');
    expect(bucket.objects.size).toBe(before);
  });

  it('refuses what is not the file that was signed', async () => {
    const [, file, size] = aFile(Buffer.from('altered on its way'));
    await expect(s3().put(hex('as it was signed'), file, size)).rejects.toThrow('the storage refused: 403');
  });

  it('that does not work is an error and never an empty file', async () => {
    bucket.failing = true;
    await expect(s3().get(hex('x'))).rejects.toThrow('the storage refused: 503');
    await expect(s3().remove(hex('x'))).rejects.toThrow('the storage refused: 503');
    bucket.failing = false;
  });

  it('on a private network that the office did not name is not asked', async () => {
    const closed = new S3Storage({ endpoint, bucket: 'vigil-test', region: 'us-east-2', accessKeyId: 'AKIDTEST', secretAccessKey: SECRET }, new FixedClock(NOW, 'UTC'),
      new Outbound(['127.0.0.1:9'], systemResolver));
    await expect(closed.get(hex('x'))).rejects.toMatchObject({ code: 'OUTBOUND_REFUSED' });
  });

  it('that is not there is an error', async () => {
    const away = new S3Storage({ endpoint: 'http://127.0.0.1:9', bucket: 'b-b', region: 'r', accessKeyId: 'AKIDTEST', secretAccessKey: SECRET }, new FixedClock(NOW, 'UTC'), outbound);
    await expect(away.put(...aFile(Buffer.from('x')))).rejects.toThrow();
    await expect(away.get(hex('x'))).rejects.toThrow();
  });
});

it('a folder shows what is stored to nobody else, and leaves no part behind', async () => {
  const own = path.join(folder, 'own');
  const put = aFile(Buffer.from('sealed'));
  await new LocalStorage(own).put(put[0], put[1]);
  expect(readdirSync(own, { recursive: true })).toEqual([put[0].slice(0, 2), path.join(put[0].slice(0, 2), put[0])]);
});
