import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type RedisOptions, redisOptions } from '../redis-options.js';

/**
 * Asks Redis whether it answers, on a connection of its own: a client that retries and queues would hide for minutes
 * that nobody is there.
 */
export function pingRedis(redisUrl: string, timeoutMs: number): Promise<boolean> {
  const options = redisOptions(redisUrl);
  const socket: Socket = options.tls ? connectTls({ ...options, ...options.tls }) : connectTcp(options);
  return new Promise((resolve) => {
    let answer = '';
    const end = (answers: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answers);
    };
    const timer = setTimeout(() => end(false), timeoutMs);
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes('+PONG\r\n')) end(true);
      else if (answer.startsWith('-')) end(false);
    });
    socket.write(authenticate(options) + command('PING'));
  });
}

const authenticate = ({ username, password }: RedisOptions): string => {
  if (password === undefined) return '';
  return username === undefined ? command('AUTH', password) : command('AUTH', username, password);
};

const command = (...words: string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
