import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { FactRoutes } from '../detainees/fact-routes.js';
import { CASE_EVENT } from './case-event.facts.js';
import { CaseEventDto, CorrectedCaseEventDto, NewCaseEventDto } from './case-events.dto.js';

@ApiTags('case-events')
@Controller('v1/detainees/:detaineeId/events')
export class CaseEventsController extends FactRoutes({
  kind: CASE_EVENT, read: Permission.ReadCaseEvents, write: Permission.WriteCaseEvents,
  New: NewCaseEventDto, Corrected: CorrectedCaseEventDto, Answer: CaseEventDto,
}) {}
