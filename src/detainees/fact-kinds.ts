import { Injectable } from '@nestjs/common';
import type { FactKind } from './fact.js';

/** Every kind of fact on file. Each feature adds its own when it starts, so that a person's history holds them all. */
@Injectable()
export class FactKinds {
  readonly all: FactKind<object>[] = [];

  add(...kinds: readonly FactKind<object>[]): void {
    for (const kind of kinds) {
      if (this.all.some(({ name }) => name === kind.name)) throw new Error(`two kinds of fact are named ${kind.name}`);
      this.all.push(kind);
    }
  }
}
