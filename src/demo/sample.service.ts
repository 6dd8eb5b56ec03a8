import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { ProductionsService } from '../productions/productions.service.js';
import { dataFile } from '../reference/data-files.js';

const SAMPLE = 'ice/ice_detentions_stints_sample.csv';

/** The sample of ICE's own detention data that ships with the project: 103 rows about 43 people. */
@Injectable()
export class SampleService {
  constructor(private readonly productions: ProductionsService) {}

  /** How many rows it read; none when the file is on record already. */
  async load(actor: Actor): Promise<number> {
    const { production, already } = await this.productions.importIceDetentions(actor, { file: dataFile(SAMPLE), name: basename(SAMPLE) });
    return already ? 0 : production.summary.rows;
  }

  async sha256(): Promise<string> {
    return createHash('sha256').update(await readFile(dataFile(SAMPLE))).digest('hex');
  }
}
