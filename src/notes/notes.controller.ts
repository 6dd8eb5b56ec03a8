import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { FactRoutes } from '../detainees/fact-routes.js';
import { NOTE } from './note.facts.js';
import { CorrectedNoteDto, NewNoteDto, NoteDto } from './notes.dto.js';

@ApiTags('notes')
@Controller('v1/detainees/:detaineeId/notes')
export class NotesController extends FactRoutes({
  kind: NOTE, read: Permission.ReadNotes, write: Permission.WriteNotes, New: NewNoteDto, Corrected: CorrectedNoteDto, Answer: NoteDto,
}) {}
