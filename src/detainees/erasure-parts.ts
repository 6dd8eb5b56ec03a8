import { Injectable } from '@nestjs/common';
import type { Tx } from '../common/database.js';
import type { Fault } from '../common/problem.js';

/** What a feature says when a person is about to be erased. Everything happens in the transaction that erases. */
export interface ErasurePart {
  /** why this person cannot be erased now, such as a legal hold */
  obstacle?(tx: Tx, detaineeId: string): Promise<Fault | null>;
  /** what the feature keeps outside of the database; tables that hang on the person are emptied without it */
  erase?(tx: Tx, detaineeId: string): Promise<void>;
}

/** Each feature adds its own when it starts, as it does with kinds of fact. */
@Injectable()
export class ErasureParts {
  readonly all: ErasurePart[] = [];

  add(part: ErasurePart): void {
    this.all.push(part);
  }
}
