import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { KeyRotation } from '../common/crypto/key-rotation.service.js';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

const ASK_AGAIN_MS = 5_000;

export function registerRotateDataKeysCommand(program: Command): void {
  program
    .command('rotate-master-key')
    .summary('lock the key of every person with the current master key')
    .description('The office goes on working. A run that was stopped is simply run again. What is sealed is not touched.')
    .option('--new', 'first write a new master key into the file that VIGIL_MASTER_KEYS_FILE names')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
With VIGIL_MASTER_KEYS: add the new key behind the old one on every server and restart, put it first and restart, run
this, take the old one away. With VIGIL_MASTER_KEYS_FILE nothing is restarted; with VIGIL_VAULT_URL rotate the key there,
then run this. To move from one to the other, configure both: VIGIL_LOCK_WITH says which locks.`)
    .action(async ({ new: makeNew = false, json }: { new?: boolean; json?: boolean }) => {
      if (makeNew) await writeNewMasterKey();
      const { rewrapped, inUse } = await rotating('master-key.rotated', async (rotation) =>
        ({ rewrapped: await rotation.rewrap(), inUse: await rotation.masterKeysInUse() }));
      const former = inUse.filter(({ current }) => !current);
      if (json) return printJson({ rewrapped, inUse });
      print(`${rewrapped} keys are locked anew.`);
      print(former.length === 0 ? 'No former master key is needed any more: take those away.'
        : `Still needed: ${former.map(({ masterKeyId, keys }) => `${masterKeyId} (${keys} keys)`).join(', ')}. A process locks with a former one; run this again.`);
    });

  program
    .command('rotate-data-keys')
    .summary('seal everything that is said of anybody under new keys')
    .description('The office goes on working. A run that was stopped goes on where it was. Former keys are destroyed once no request can be reading with them.')
    .option('--no-wait', 'leave former keys to be destroyed by the next run')
    .option('--json', 'one JSON document instead of sentences')
    .action(async ({ wait, json }: { wait: boolean; json?: boolean }) => {
      const { people, values, destroyed, waiting } = await rotating('data-keys.rotated', async (rotation) => {
        const renewed = await rotation.renewDataKeys();
        return { ...renewed, ...(await retired(rotation, wait)) };
      });
      if (json) return printJson({ people, values, destroyed, waiting });
      print(`${values} values of ${people} people are sealed under new keys; ${destroyed} former keys are destroyed${waiting > 0 ? `, ${waiting} wait for the next run` : ''}.`);
    });

  program
    .command('rotate-index-key')
    .summary('find sealed numbers by the first key of VIGIL_INDEX_KEYS')
    .description('Every process must know the new key already: see .env.example. A run that was stopped is simply run again.')
    .option('--json', 'one JSON document instead of sentences')
    .action(async ({ json }: { json?: boolean }) => {
      const { reindexed } = await rotating('index-key.rotated', async (rotation) => ({ reindexed: await rotation.reindex() }));
      if (json) return printJson({ reindexed });
      print(`${reindexed} numbers are found by the new key; no former one is needed any more.`);
    });
}

/** Does it and puts it on the record. */
async function rotating<T extends object>(action: string, work: (rotation: KeyRotation) => Promise<T>): Promise<T> {
  const [{ KeyRotation: Rotation }, { AuditService }, { Database }, { operator }] = await Promise.all([
    import('../common/crypto/key-rotation.service.js'), import('../audit/audit.service.js'), import('../common/database.js'), import('../common/actor.js'),
  ]);
  return withApp(async (app: INestApplicationContext) => {
    const done = await work(app.get(Rotation));
    await app.get(Database).transaction((tx) => app.get(AuditService).record(tx, operator(action), { action, subject: 'key', after: done }));
    return done;
  });
}

async function retired(rotation: KeyRotation, wait: boolean): Promise<{ destroyed: number; waiting: number }> {
  let total = 0;
  for (;;) {
    const { destroyed, waiting } = await rotation.retire();
    total += destroyed;
    if (waiting === 0 || !wait) return { destroyed: total, waiting };
    await sleep(ASK_AGAIN_MS);
  }
}

async function writeNewMasterKey(): Promise<void> {
  const [{ environment, readConfig }, { addMasterKey }, { Refused }] = await Promise.all([
    import('../common/config.js'), import('../common/crypto/local-master-key.js'), import('../common/terminal/refused.js'),
  ]);
  const { masterKeysFile, lockWith } = readConfig(environment()).masterKey;
  if (lockWith === 'vault') throw new Refused('The key is kept by a service: rotate it there (`vault write -f transit/keys/NAME/rotate`), then run this without --new.');
  if (masterKeysFile === null) throw new Refused('--new writes to a file: name it in VIGIL_MASTER_KEYS_FILE, or change VIGIL_MASTER_KEYS yourself.');
  addMasterKey(masterKeysFile);
}
