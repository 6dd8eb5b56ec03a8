import { requireNode } from './lib/node-version.mjs';

requireNode();
const fs = await import('node:fs');
const path = await import('node:path');
const { run } = await import('./lib/trouble.mjs');
const { installDependencies } = await import('./lib/install.mjs');
const { nodeBinary } = await import('./lib/node-binary.mjs');
const { LOCAL } = await import('./lib/paths.mjs');
const { readJson } = await import('./lib/lock.mjs');
const { askedToStop } = await import('./lib/stopping.mjs');
const { test } = await import('./lib/test.mjs');

/** The oldest Node that is promised, and the two lines that follow it. */
const VERSIONS = ['20.19.0', '22.23.3', '24.21.0'];

await run(async () => {
  const stopping = askedToStop();
  await installDependencies(stopping);
  const lines = [];
  for (const version of VERSIONS) {
    const node = nodeBinary(version);
    const summary = path.join(LOCAL, 'nodes', `${version}.json`);
    fs.rmSync(summary, { force: true });
    console.log(`\n=== Node ${version}`);
    const code = await test([...process.argv.slice(2), '--json', `--outputFile=${summary}`], stopping, node);
    const counted = readJson(summary);
    lines.push({ code, text: `Node ${version}: ${counted ? `${counted.numPassedTests} passed, ${counted.numFailedTests} failed` : 'did not finish'}${code === 0 ? '' : ` (exit code ${code})`}` });
  }
  console.log(`\n${lines.map(({ text }) => text).join('\n')}`);
  return lines.every(({ code }) => code === 0) ? 0 : 1;
});
