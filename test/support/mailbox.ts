import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** As much of an SMTP server as takes messages, on the loopback. */
export interface Mailbox {
  readonly url: string;
  /** each as it was sent, its lines joined again */
  readonly messages: string[];
  /** it answers each message with a temporary failure while this is set */
  refusing: boolean;
  close(): Promise<void>;
}

export async function mailbox(): Promise<Mailbox> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const box = { refusing: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    let rest = '';
    let data: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mailbox');
    socket.on('data', (chunk) => {
      const lines = `${rest}${chunk.toString()}`.split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (data !== null && line !== '.') data.push(line.replace(/^\.\./, '.'));
        else if (data !== null) {
          if (!box.refusing) messages.push(data.join('\n').replace(/=\n/g, '').replace(/=3D/g, '='));
          data = null;
          say(box.refusing ? '451 later' : '250 taken');
        } else if (/^data/i.test(line)) {
          data = [];
          say('354 go on');
        } else if (/^quit/i.test(line)) {
          say('221 bye');
          socket.end();
        } else say('250 fine');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
}
