import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { print } from '../common/terminal/output.js';
import type { ExportFormat } from '../exports/exports.service.js';
import { withApp } from './open-app.js';

export function registerExportPersonCommand(program: Command): void {
  program
    .command('export-person')
    .summary('write the whole file of a person: JSON, CSV, documents, hashes and log')
    .description('What is written is plain: keep it where it belongs. Only notes and documents that are shareable are in it; manifest.json says how many '
      + 'were kept back. The same as POST /v1/detainees/{id}/export, and on record as that is.')
    .argument('<id>', 'the person')
    .requiredOption('--out <file>', 'where to; it must not be there yet')
    .addOption(new Option('--format <format>', 'zip: everything').choices(['zip', 'json', 'csv']).default('zip'))
    .action(async (id: string, { out, format }: { out: string; format: ExportFormat }) => {
      const [{ ExportsService }, { operator }, { isUuid }, { Refused }] = await Promise.all([
        import('../exports/exports.service.js'), import('../common/actor.js'), import('../common/formats.js'), import('../common/terminal/refused.js'),
      ]);
      if (!isUuid(id)) throw new Refused('The person is named by an id (a UUID), as vigil list --json gives it.');
      const file = await openNew(out);
      try {
        await withApp(async (app) => {
          const { content } = await app.get(ExportsService).person(operator('export-person'), id, format);
          await pipeline(content, file);
        });
      } catch (error) {
        file.destroy();
        await rm(out, { force: true }); // half a file is none
        throw error;
      }
      print(`Written: ${out}`);
    });
}

/** Nobody else's file is written over, and nobody else reads this one. */
async function openNew(out: string): Promise<NodeJS.WritableStream & { destroy(): void }> {
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  await new Promise<void>((resolve, reject) => file.once('open', () => resolve()).once('error', reject));
  return file;
}
