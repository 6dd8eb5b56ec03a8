#!/usr/bin/env node
import { run } from './cli/run-command.js';

// `vigil list | head` closes the pipe early: whoever reads has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));
