#!/usr/bin/env node
import { requireNode } from '../scripts/lib/node-version.mjs';

// `npx vigil …` in a clone: compiles if a source has changed, then hands over to the command line itself.
requireNode();
const { runCommandLine } = await import('../scripts/lib/command-line.mjs');
await runCommandLine();
