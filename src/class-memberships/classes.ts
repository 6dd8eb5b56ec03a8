import { Injectable } from '@nestjs/common';
import { CLASSES } from '../law/classes/index.js';
import { compileClasses, type CompiledClass } from '../law/classes/proposed-memberships.js';

const SHIPPED = compileClasses(CLASSES);

/** The classes to which people may belong, as a thing that proposals are given. */
@Injectable()
export class Classes {
  get all(): readonly CompiledClass[] {
    return SHIPPED;
  }
}
