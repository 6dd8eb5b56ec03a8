import { type PipeTransform } from '@nestjs/common';
import { isUuid } from './formats.js';
import { notFound } from './problem.js';

/** An id in a path. What is no id names nothing, so the answer is the one for an id that nothing has. */
export class IdParamPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw notFound('thing');
    return value.toLowerCase();
  }
}

export const IdParam = new IdParamPipe();
