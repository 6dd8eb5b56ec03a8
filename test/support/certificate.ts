import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const sequence = (...parts: Buffer[]): Buffer => tlv(0x30, ...parts);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
const time = (at: Date): Buffer => tlv(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

const ED25519 = sequence(oid('2b6570'));
const NAME = sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from('localhost')))));
const DAY_MS = 24 * 3_600_000;

/** A certificate of one day that signs itself, for `localhost`; so that a test of TLS needs no tool but Node. */
export function certificate(): { certificateFile: string; keyFile: string; remove(): void } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const now = Date.now();
  const body = sequence(
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ED25519, NAME, sequence(time(new Date(now - DAY_MS)), time(new Date(now + DAY_MS))), NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signed = sequence(body, ED25519, tlv(0x03, Buffer.from([0]), sign(null, body, privateKey)));
  const folder = mkdtempSync(path.join(tmpdir(), 'vigil-certificate-'));
  const [certificateFile, keyFile] = [path.join(folder, 'certificate.pem'), path.join(folder, 'key.pem')];
  writeFileSync(certificateFile, `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`);
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return { certificateFile, keyFile, remove: () => rmSync(folder, { recursive: true }) };
}
