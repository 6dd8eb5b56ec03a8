import { run } from '../../src/cli/run-command.js';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/**
 * A command as an operator types it, without the second that a process of its own takes to load the program: that one
 * starts is tried where it is started. One command at a time, since it has the environment and the output to itself.
 */
export async function runHere(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const before = process.env;
  const written = { stdout: '', stderr: '' };
  const former = { stdout: process.stdout.write.bind(process.stdout), stderr: process.stderr.write.bind(process.stderr) };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (text: string | Uint8Array): boolean => {
      written[name] += text.toString();
      return true;
    };
  }
  process.env = { PATH: before.PATH, ...env };
  try {
    const code = await run(args);
    return { code, out: written.stdout, err: written.stderr };
  } finally {
    process.env = before;
    for (const name of ['stdout', 'stderr'] as const) process[name].write = former[name];
  }
}
