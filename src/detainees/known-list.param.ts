import type { PipeTransform } from '@nestjs/common';
import { invalid } from '../common/problem.js';
import { KNOWN_LISTS, type KnownList } from './fact.js';

class KnownListPipe implements PipeTransform<string, KnownList> {
  transform(value: string): KnownList {
    const list = KNOWN_LISTS.find((known) => known === value);
    if (!list) throw invalid({ path: 'list', problem: 'must be one of the lists of facts', allowed: KNOWN_LISTS });
    return list;
  }
}

export const KnownListParam = new KnownListPipe();

/** For the OpenAPI document. */
export const LIST_PARAM = { name: 'list', schema: { type: 'string' as const, enum: [...KNOWN_LISTS] } };
