#!/usr/bin/env node
import { failureOf } from './cli/failure.js';
import { say } from './cli/output.js';
import { vigil } from './cli/vigil.js';

const program = vigil();
try {
  await program.parseAsync(process.argv);
} catch (error) {
  const { code, sentence } = failureOf(error);
  if (sentence !== null) say(`vigil: ${sentence}`);
  if (program.opts<{ trace?: boolean }>().trace && error instanceof Error) say(error.stack ?? '');
  process.exitCode = code;
}
