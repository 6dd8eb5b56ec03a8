import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '../common/database.js';
import { CLASSES } from '../law/classes/index.js';
import { compileClasses, type CompiledClass } from '../law/classes/proposed-memberships.js';
import { LAW_VERSION } from '../law/law-version.js';

/** The classes as they stood when they were asked for. */
export interface ClassesNow {
  /** what the law calls itself that defines them */
  version: string;
  all: readonly CompiledClass[];
}

const SHIPPED: ClassesNow = { version: LAW_VERSION, all: compileClasses(CLASSES) };

/** The classes to which people may belong, as a thing that proposals are given. Asked once for a request. */
export abstract class Classes {
  abstract now(db: Pick<Database | Tx, 'query'>): Promise<ClassesNow>;
}

/** Those of this build. */
@Injectable()
export class ShippedClasses extends Classes {
  now(): Promise<ClassesNow> {
    return Promise.resolve(SHIPPED);
  }
}
