import { Module } from '@nestjs/common';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { NOTE } from './note.facts.js';
import { NotesController } from './notes.controller.js';

@Module({ imports: [DetaineesModule], exports: [DetaineesModule] })
export class NotesModule {
  constructor(kinds: FactKinds) {
    kinds.add(NOTE);
  }
}

/** Its doors, for the API alone. */
@Module({ imports: [NotesModule], controllers: [NotesController] })
export class NotesHttpModule {}
