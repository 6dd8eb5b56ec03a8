import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { Clock } from '../common/clock.js';
import type { Outbound } from '../common/outbound/outbound.js';
import { signed, type Signing } from './signature-v4.js';
import { DocumentStorage, notInStorage } from './storage.js';

export interface S3Settings extends Signing {
  /** without the bucket, which follows as the first part of the path */
  endpoint: string;
  bucket: string;
}

const NO_BODY = createHash('sha256').update('').digest('hex');
const SILENCE_MS = 60_000;

/** A bucket of S3 or of a server that speaks as S3 does. Three requests are all that is needed of it. */
export class S3Storage extends DocumentStorage {
  constructor(private readonly settings: S3Settings, private readonly clock: Clock, private readonly outbound: Outbound) {
    super();
  }

  async put(address: string, file: string, sizeBytes: number): Promise<void> {
    // The address is the hash of what is sent, so the server checks what it receives against the signature.
    await settled(await this.ask('PUT', address, { payload: address, file, sizeBytes }), [200]);
  }

  async get(address: string): Promise<Readable> {
    const answer = await this.ask('GET', address, { payload: NO_BODY });
    if (answer.statusCode === 200) return answer;
    await settled(answer, [404]);
    throw notInStorage();
  }

  async remove(address: string): Promise<void> {
    await settled(await this.ask('DELETE', address, { payload: NO_BODY }), [200, 204, 404]);
  }

  private async ask(method: string, address: string, { payload, file, sizeBytes }: { payload: string; file?: string; sizeBytes?: number }): Promise<IncomingMessage> {
    const { endpoint, bucket, ...signing } = this.settings;
    const url = new URL(`${endpoint.replace(/\/$/, '')}/${bucket}/${address}`);
    const headers = {
      ...signed({ method, url, headers: {}, payload, now: this.clock.now() }, signing),
      ...(sizeBytes !== undefined && { 'content-length': String(sizeBytes) }),
    };
    const request = this.outbound.request(url, { method, headers });
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error('the storage does not answer')));
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
    });
    if (file === undefined) request.end();
    else await Promise.all([pipeline(createReadStream(file), request), answered]);
    return answered;
  }
}

/** What a storage says of its refusal may name what is stored, so its status is told alone. */
async function settled(answer: IncomingMessage, expected: readonly number[]): Promise<void> {
  answer.resume();
  await finished(answer);
  const { statusCode = 0 } = answer;
  if (!expected.includes(statusCode)) throw new Error(`the storage refused: ${statusCode}`);
}
