import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { dataFile } from '../reference/data-files.js';

const SAMPLE = 'ice/ice_detentions_stints_sample.csv';

/** The sample of ICE's own detention data that ships with the project: 103 rows about 43 people. */
@Injectable()
export class SampleService {
  async load(_actor: Actor): Promise<number> {
    throw new Error('the import is not there yet');
  }

  async sha256(): Promise<string> {
    return createHash('sha256').update(await readFile(dataFile(SAMPLE))).digest('hex');
  }
}
