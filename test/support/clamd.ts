import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What this daemon takes for malicious. */
export const MALICIOUS = 'a-mark-of-something-malicious';

/** As much of ClamAV's daemon as is asked here: INSTREAM, with what it documents of lengths, limits and answers. */
export class Clamd {
  readonly read: Buffer[] = [];
  limitBytes = Infinity;
  /** hangs up in the middle of a file, and answers nothing */
  broken = false;
  private readonly sockets = new Set<Socket>();
  private server!: Server;

  static async listen(): Promise<Clamd> {
    const clamd = new Clamd();
    clamd.server = createServer((socket) => clamd.serve(socket));
    await new Promise<void>((resolve) => clamd.server.listen(0, '127.0.0.1', resolve));
    return clamd;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<unknown> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy());
    let waiting = Buffer.alloc(0);
    let begun = false;
    const parts: Buffer[] = [];
    const answer = (line: string): void => { socket.end(`${line}\0`); };
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (this.broken) return void socket.destroy();
      const command = 'zINSTREAM\0';
      if (!begun && waiting.length >= command.length) {
        if (waiting.toString('latin1', 0, command.length) !== command) return answer('UNKNOWN COMMAND');
        begun = true;
        waiting = waiting.subarray(command.length);
      }
      while (begun && waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) return answer(this.judge(Buffer.concat(parts)));
        parts.push(waiting.subarray(4, 4 + length));
        waiting = waiting.subarray(4 + length);
        if (parts.reduce((sum, part) => sum + part.length, 0) > this.limitBytes) return answer('INSTREAM size limit exceeded. ERROR');
      }
    });
  }

  private judge(file: Buffer): string {
    this.read.push(file);
    return file.includes(MALICIOUS) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
  }
}
