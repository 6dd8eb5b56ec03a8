import { randomBytes } from 'node:crypto';
import { Clamd, MALICIOUS } from '../../test/support/clamd.js';
import { Outbound } from '../common/outbound/outbound.js';
import { VirusScanner } from './virus-scanner.js';

let clamd: Clamd;
let outbound: Outbound;
beforeEach(async () => {
  clamd = await Clamd.listen();
  outbound = new Outbound([`127.0.0.1:${clamd.port}`], (address) => Promise.resolve([{ address, family: 4 }]));
});
afterEach(() => clamd.close());

async function scanned(...parts: Buffer[]): Promise<'clean' | 'found'> {
  const scan = await new VirusScanner({ host: '127.0.0.1', port: clamd.port }, outbound).begin();
  for (const part of parts) await scan!.look(part);
  return scan!.verdict();
}

describe('a scanner of the office', () => {
  it('reads every byte, in whatever parts they come, and finds nothing in a clean file', async () => {
    const parts = [randomBytes(1), Buffer.alloc(0), randomBytes(700_000), randomBytes(3)];
    expect(await scanned(...parts)).toBe('clean');
    expect(clamd.read).toHaveLength(1);
    expect(clamd.read[0].equals(Buffer.concat(parts))).toBe(true);
  });

  it('reads a file of nothing', async () => {
    expect(await scanned()).toBe('clean');
  });

  it('finds what is malicious, also across two parts', async () => {
    expect(await scanned(Buffer.from(`before ${MALICIOUS.slice(0, 9)}`), Buffer.from(`${MALICIOUS.slice(9)} after`))).toBe('found');
  });

  it('takes so many bytes and no more; one more is told as too large, also while more is being sent', async () => {
    clamd.limitBytes = 1_000;
    expect(await scanned(randomBytes(1_000))).toBe('clean');
    await expect(scanned(randomBytes(1_001))).rejects.toMatchObject({ kind: 'too-large' });
    await expect(scanned(...Array.from({ length: 200 }, () => randomBytes(65_536)))).rejects.toMatchObject({ kind: expect.stringMatching(/too-large|unavailable/) as string });
  });

  it('that hangs up, or is not there, judges nothing: the file is not taken for clean', async () => {
    clamd.broken = true;
    await expect(scanned(randomBytes(100_000))).rejects.toMatchObject({ kind: 'unavailable' });
    const { port } = clamd;
    await clamd.close();
    await expect(new VirusScanner({ host: '127.0.0.1', port }, outbound).begin()).rejects.toMatchObject({ kind: 'unavailable' });
    clamd = await Clamd.listen();
  });

  it('is asked for nothing where there is none', async () => {
    expect(await new VirusScanner(null, outbound).begin()).toBeNull();
  });
});
