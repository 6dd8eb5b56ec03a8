import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '../common/database.js';
import { OfficeLaw } from '../court-orders/office-law.js';
import { classesOf } from '../law/classes/index.js';
import { compileClasses, type CompiledClass } from '../law/classes/proposed-memberships.js';

/** The classes as they stood when they were asked for. */
export interface ClassesNow {
  /** what the law calls itself that defines them */
  version: string;
  all: readonly CompiledClass[];
}

/** The classes to which people may belong, as a thing that proposals are given. Asked once for a request. */
export abstract class Classes {
  abstract now(db: Pick<Database | Tx, 'query'>): Promise<ClassesNow>;
}

/** Those that ship and those that orders of the office define; compiled once for each state of the law. */
@Injectable()
export class OfficeClasses extends Classes {
  private kept: ClassesNow | null = null;

  constructor(private readonly officeLaw: OfficeLaw) {
    super();
  }

  async now(db: Pick<Database | Tx, 'query'>): Promise<ClassesNow> {
    const { authorities, law: { version } } = await this.officeLaw.current(db);
    if (this.kept?.version !== version) this.kept = { version, all: compileClasses(classesOf(authorities)) };
    return this.kept;
  }
}
