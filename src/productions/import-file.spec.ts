import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aRow, csv } from '../../test/fixtures/ice/release-csv.js';
import { dataFile } from '../reference/data-files.js';
import { importFile, sentences } from './import-file.js';

const noServices = () => Promise.reject(new Error('a dry run opened the services'));

describe('a dry run from the command line', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'vigil-test-')); });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says what the sample holds, without a database', async () => {
    const result = await importFile(dataFile('ice/ice_detentions_stints_sample.csv'), { dryRun: true }, noServices);
    expect(result).toMatchObject({ rows: 103, people: 43, stays: 46, stints: 103, openStints: 16, duplicates: 0, refused: [] });
    expect(sentences(result)).toEqual([
      '103 rows of detentions:detentions-7-25:',
      '  43 people, 46 stays, 103 stints, of which 16 open; 0 duplicates left out',
      '  nothing was set aside',
    ]);
  });

  it('lists what was set aside by reason, and writes all of it as CSV', async () => {
    const file = join(folder, 'release.csv');
    writeFileSync(file, csv([aRow({ Gender: 'X9' }), aRow({ Gender: 'X9', 'Unique Identifier': '' })]));
    const refused = join(folder, 'refused.csv');
    const result = await importFile(file, { dryRun: true, refused }, noServices);
    expect(result.refused).toEqual([
      { sheet: null, row: 2, column: 'Gender', reason: 'No release has used this value before; it is left as not known.', rowKept: true },
      { sheet: null, row: 3, column: 'Unique Identifier', reason: 'The row has no identifier, so it cannot be matched to a person.', rowKept: false },
    ]);
    expect(sentences(result).slice(-3)).toEqual([
      '  2 rows or values were set aside:',
      '    1 × Gender: No release has used this value before; it is left as not known. (row 2)',
      '    1 × Unique Identifier: The row has no identifier, so it cannot be matched to a person. (row 3)',
    ]);
    expect(readFileSync(refused, 'utf8').split('\r\n')).toEqual([
      '\uFEFFsheet,row,set aside,column,reason,cells', expect.stringMatching(/^,2,value,Gender,/) as string, expect.stringMatching(/^,3,row,Unique Identifier,/) as string, '',
    ]);
  });

  it('refuses a place for the CSV that cannot be written', async () => {
    await expect(importFile(dataFile('ice/ice_detentions_stints_sample.csv'), { dryRun: true, refused: join(folder, 'no', 'such', 'folder.csv') }, noServices))
      .rejects.toThrow('cannot be written (ENOENT)');
  });
});
