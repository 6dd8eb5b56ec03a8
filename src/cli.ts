#!/usr/bin/env node
import { failureOf } from './cli/failure.js';
import { vigil } from './cli/vigil.js';
import { say } from './common/terminal/output.js';

// `vigil list | head` closes the pipe early: whoever reads has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const program = vigil();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  const { code, sentence } = failureOf(error);
  if (sentence !== null) say(`vigil: ${sentence}`);
  if (program.opts<{ trace?: boolean }>().trace && error instanceof Error) say(error.stack ?? '');
  process.exitCode = code;
}
