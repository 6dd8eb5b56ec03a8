import type { Command } from 'commander';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

interface Options {
  atOnce?: boolean;
  json?: boolean;
}

export function registerRotateKeysCommand(program: Command): void {
  program
    .command('rotate-keys')
    .summary('sign access tokens with a new key, and seal anew what a former JWT_SECRET sealed')
    .description('Nobody is signed out: what the former key signed is accepted until it ends, and sessions hang on no key.')
    .option('--at-once', 'the former keys may be known to somebody: what they signed counts no more, and clients refresh')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
To change JWT_SECRET: name the old one in VIGIL_PREVIOUS_JWT_SECRET, restart, run this, take the old one away, restart.`)
    .action(async ({ atOnce = false, json }: Options) => {
      const [{ SigningKeys }, { operator }] = await Promise.all([import('../auth/signing-keys.js'), import('../common/actor.js')]);
      const id = await withApp((app) => app.get(SigningKeys, { strict: false }).rotate(operator('rotate-keys'), { atOnce }));
      if (json) return printJson({ signsNow: id, atOnce });
      return print(atOnce ? `Key ${id} signs from now on; what others signed is refused within five seconds.`
        : `Key ${id} signs from now on, in every process within five seconds; nobody is signed out.`);
    });
}
