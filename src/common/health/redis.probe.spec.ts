import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { pingRedis } from './redis.probe.js';

/** Says what it is told to, after it has heard something. */
async function saying(answer: string | null, heard: string[] = []): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).on('data', (data) => {
      heard.push(data.toString());
      if (answer !== null) socket.write(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

describe('asking Redis whether it answers', () => {
  it.each([
    ['it answers', '+PONG\r\n', true],
    ['it answers after letting us in', '+OK\r\n+PONG\r\n', true],
    ['it does not know us', '-WRONGPASS invalid username-password pair\r\n', false],
    ['it wants a password', '-NOAUTH Authentication required.\r\n', false],
    ['it is still loading', '-LOADING Redis is loading the dataset in memory\r\n', false],
    ['it says nothing', null, false],
    ['another server stands there', 'HTTP/1.1 400 Bad Request\r\n\r\n', false],
  ])('%s', async (_what, answer, answers) => {
    const { server, port } = await saying(answer);
    expect(await pingRedis(`redis://127.0.0.1:${port}`, 300)).toBe(answers);
    server.close();
  });

  it('nobody stands there', async () => expect(await pingRedis('redis://127.0.0.1:9', 300)).toBe(false));

  it('says who it is, decoded as the URL has it', async () => {
    const heard: string[] = [];
    const { server, port } = await saying('+OK\r\n+PONG\r\n', heard);
    expect(await pingRedis(`redis://vigil:p%40ss%C3%A9@127.0.0.1:${port}/2`, 300)).toBe(true);
    expect(heard.join('')).toBe('*3\r\n$4\r\nAUTH\r\n$5\r\nvigil\r\n$6\r\np@ssé\r\n*1\r\n$4\r\nPING\r\n');
    server.close();
  });
});
