import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Problem } from '../common/problem.js';
import type { Outbound } from '../common/outbound/outbound.js';

export interface ScannerAddress {
  host: string;
  port: number;
}

/** One file on its way past the scanner. */
export interface Scan {
  look(part: Buffer): Promise<void>;
  verdict(): Promise<'clean' | 'found'>;
  /** for a file that is not read to its end */
  stop(): void;
}

const CONNECT_WITHIN_MS = 5_000;
const SILENCE_MS = 60_000;

/** A ClamAV daemon that the office runs. It reads a file while that streams past, so that no plain byte is put down for it. */
export class VirusScanner {
  constructor(private readonly address: ScannerAddress | null, private readonly outbound: Pick<Outbound, 'connect'>) {}

  /** Null: the office runs none. */
  async begin(): Promise<Scan | null> {
    if (this.address === null) return null;
    const { host, port } = this.address;
    try {
      return new ClamdScan(await this.outbound.connect(host, port, AbortSignal.timeout(CONNECT_WITHIN_MS)));
    } catch {
      throw away();
    }
  }
}

/** The daemon's INSTREAM: parts with their length before them, an empty one at the end, and one line back. */
class ClamdScan implements Scan {
  private readonly reply: Promise<string>;
  private readonly over = new AbortController();

  constructor(private readonly socket: Socket) {
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    socket.on('error', () => undefined); // it is told by what there is to read, or is not
    socket.once('close', () => this.over.abort());
    this.reply = text(socket).catch(() => '');
    socket.write('zINSTREAM\0');
  }

  async look(part: Buffer): Promise<void> {
    if (part.length === 0 || this.socket.destroyed) return;
    this.socket.write(lengthOf(part));
    // A daemon that has hung up has said why; its answer is read in the end.
    if (!this.socket.write(part)) await once(this.socket, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }

  async verdict(): Promise<'clean' | 'found'> {
    if (!this.socket.destroyed) this.socket.write(lengthOf(Buffer.alloc(0)));
    const reply = (await this.reply).replace(/\0$/, '');
    this.stop();
    if (reply === 'stream: OK') return 'clean';
    // The name of what was found follows from the file, and is told to nobody.
    if (/^stream: .+ FOUND$/.test(reply)) return 'found';
    if (/size limit exceeded/.test(reply)) throw tooLargeToScan();
    throw away();
  }

  stop(): void {
    this.socket.destroy();
  }
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

const away = (): Problem => new Problem('unavailable', 'The scanner for malicious files does not answer; nothing was kept. Try again shortly.', { retryAfterSeconds: 30 });

const tooLargeToScan = (): Problem => new Problem('too-large', 'The file is larger than the scanner for malicious files takes; nothing was kept.');
