import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { QuickRedis } from './quick-redis.js';

/** Says that it is ready, as a Redis does, and then nothing at all. */
describe('a Redis that has stopped answering', () => {
  let server: Server;
  let redis: QuickRedis;
  const sockets: Socket[] = [];
  const asked: string[] = [];
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('data', (chunk) => {
        for (const [, word] of chunk.toString().toLowerCase().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
          asked.push(word);
          if (word !== 'get') socket.write(word === 'info' ? '$9\r\nloading:0\r\n' : '+OK\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    redis = new QuickRedis(`redis://127.0.0.1:${(server.address() as AddressInfo).port}/0`, 'nothing is kept');
    if (redis['redis'].status !== 'ready') await once(redis['redis'], 'ready');
  });
  afterAll(() => {
    redis.close();
    for (const socket of sockets) socket.destroy();
    server.close();
    warn.mockRestore();
  });

  const get = () => redis.ask((one) => one.get('x'));

  it('is given a second, then left alone, and is told of once', async () => {
    const began = performance.now();
    expect(await get()).toBeNull();
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    expect([await get(), await get()]).toEqual([null, null]);
    expect(asked.filter((word) => word === 'get')).toEqual(['get']);
    expect(warn.mock.calls).toEqual([['Redis does not answer; nothing is kept']]);
  });
});
