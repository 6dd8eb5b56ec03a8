import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Seal } from '../audit/chain.js';
import type { Trouble } from '../audit/chain-check.js';
import { print, printJson } from '../common/terminal/output.js';
import { Refused } from '../common/terminal/refused.js';
import { withApp } from './open-app.js';

interface VerifyOptions { key: string[]; checkpoint?: string; json?: boolean }
interface Found { entries: number; since: string | null; last: Seal | null; waiting?: number; trouble: Trouble | null }

const collect = (value: string, former: string[]): string[] => [...former, value];

export function registerAuditCommands(program: Command): void {
  program
    .command('verify-audit')
    .argument('[export]', 'a file that `vigil export-audit` wrote; left out, the database')
    .summary('check that nobody altered, removed, inserted or reordered an entry of the log')
    .description('Names the first entry that is not as it was sealed. An export is checked by itself: neither a database nor any setting is needed, only the public key.')
    .option('--key <key>', 'a public key as `vigil audit-key` printed it, or a file with one; again for a former one', collect, [])
    .option('--checkpoint <file>', 'a checkpoint that was kept elsewhere: also finds what was cut off since')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
Examples:
  $ npx vigil verify-audit
  $ npx vigil verify-audit log.jsonl --key audit.pub --checkpoint last-week.json`)
    .action(async (file: string | undefined, { json, ...options }: VerifyOptions) => {
      const found = await verify(file, options);
      if (json) printJson({ ...found, holds: found.trouble === null });
      else if (found.trouble === null) print(sentenceOf(found));
      if (found.trouble) throw new Refused(found.trouble.sentence);
    });

  program
    .command('export-audit')
    .argument('<file>', 'to be written; it must not be there yet')
    .summary('write the log to a file that anybody can check')
    .description('One entry a line with its seal, and in the last line a signature that this is all. What entries say of people stays sealed under their keys.')
    .option('--checkpoint-only', 'only the newest seal: kept elsewhere, it shows later whether anything up to it was changed')
    .option('--json', 'one JSON document instead of sentences')
    .action(async (file: string, { checkpointOnly = false, json }: { checkpointOnly?: boolean; json?: boolean }) => {
      const seal = checkpointOnly ? await writeCheckpoint(file) : await writeExport(file);
      if (json) return printJson(seal);
      return print(checkpointOnly ? `Wrote the seal of entry ${seal.seq}, which vouches for all before it.` : `Wrote ${seal.seq} entries.`);
    });

  program
    .command('audit-key')
    .summary('print the public key with which the log and its exports are checked')
    .option('--json', 'one JSON document instead of the key alone')
    .action(async ({ json }: { json?: boolean }) => {
      const { AuditKey, publicKeyHex } = await import('../audit/audit-key.js');
      const { environment, readConfig } = await import('../common/config.js');
      const key = new AuditKey(readConfig(environment()));
      if (json) return printJson({ keyId: key.signer.keyId, publicKey: publicKeyHex(key.publicKey) });
      return print(publicKeyHex(key.publicKey));
    });
}

async function verify(file: string | undefined, { key, checkpoint }: VerifyOptions): Promise<Found> {
  const [{ keyring, readPublicKey }, { readCheckpoint, verifyExport }] = await Promise.all([import('../audit/audit-key.js'), import('../audit/export-file.js')]);
  const given = key.map((each) => readPublicKey(existsSync(each) ? readFileSync(each, 'utf8') : each));
  const kept = checkpoint === undefined ? null : readCheckpoint(readFileSync(checkpoint, 'utf8'));
  if (file !== undefined) {
    if (given.length === 0) throw new Refused('An export is checked with the public key: give it with --key.');
    return verifyExport(file, keyring(given), kept);
  }
  const [{ AuditVerification }, { AuditKey }] = await Promise.all([import('../audit/audit-verification.service.js'), import('../audit/audit-key.js')]);
  return withApp((app) => app.get(AuditVerification, { strict: false })
    .verify(keyring(given.length > 0 ? given : [app.get(AuditKey, { strict: false }).publicKey]), kept));
}

function sentenceOf({ entries, since, waiting = 0 }: Found): string {
  const sealed = `${entries} entries, each as it was sealed, in order and without a gap${since === null ? '' : `, since the first seal was made on ${since}`}.`;
  return waiting === 0 ? sealed : `${sealed} ${waiting} more wait to be sealed.`;
}

async function writeExport(file: string): Promise<Seal> {
  const [{ AuditExport }, { operator }] = await Promise.all([import('../audit/audit-export.service.js'), import('../common/actor.js')]);
  return withApp((app) => app.get(AuditExport, { strict: false }).toFile(operator('export-audit'), file));
}

async function writeCheckpoint(file: string): Promise<Seal> {
  const [{ AuditExport }, { writeFile }] = await Promise.all([import('../audit/audit-export.service.js'), import('node:fs/promises')]);
  const seal = await withApp((app) => app.get(AuditExport, { strict: false }).checkpoint());
  if (!seal) throw new Refused('Nothing has been logged yet.');
  await writeFile(file, `${JSON.stringify(seal)}\n`, { flag: 'wx', mode: 0o600 });
  return seal;
}
