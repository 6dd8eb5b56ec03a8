import { createHash, createHmac } from 'node:crypto';

export interface Signing {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

interface Unsigned {
  method: string;
  url: URL;
  /** by small names; `host` is taken from the address */
  headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hexadecimal */
  payload: string;
  now: Date;
}

/** The headers of a request to S3, signed (AWS Signature Version 4, one chunk). */
export function signed({ method, url, headers, payload, now }: Unsigned, { accessKeyId, secretAccessKey, region }: Signing): Record<string, string> {
  const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const all: Record<string, string> = { ...headers, host: url.host, 'x-amz-content-sha256': payload, 'x-amz-date': at };
  const names = Object.keys(all).sort();
  const canonical = [
    method, url.pathname, url.searchParams.toString(), ...names.map((name) => `${name}:${all[name].trim()}`), '', names.join(';'), payload,
  ].join('\n');
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce<Buffer>((secret, part) => hmac(secret, part), hmac(`AWS4${secretAccessKey}`, at.slice(0, 8)));
  const signature = hmac(key, toSign).toString('hex');
  return { ...all, authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}` };
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
