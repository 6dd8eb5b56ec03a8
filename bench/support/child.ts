import { fork } from 'node:child_process';

/**
 * Runs one part of a bench in a process of its own, so that its memory is its own. The part is the same file, started
 * with the argument `part`; what it sends is what it measured.
 */
export async function inChild<T>(file: string, part: string, env: Record<string, string>): Promise<T> {
  const child = fork(file, [part], { env: { ...process.env, ...env } });
  return new Promise<T>((resolve, reject) => {
    let measured: T | undefined;
    child.on('message', (message) => { measured = message as T; });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && measured !== undefined) resolve(measured);
      else reject(new Error(`the part ${part} of the bench ended with ${code} and measured ${measured === undefined ? 'nothing' : 'something'}`));
    });
  });
}
