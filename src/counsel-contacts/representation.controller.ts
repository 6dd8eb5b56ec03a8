import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { FactRoutes } from '../detainees/fact-routes.js';
import { CorrectedRepresentationDto, NewRepresentationDto, RepresentationDto } from './representation.dto.js';
import { REPRESENTATION } from './representation.facts.js';

@ApiTags('counsel-contacts')
@Controller('v1/detainees/:detaineeId/representations')
export class RepresentationController extends FactRoutes({
  kind: REPRESENTATION, read: Permission.ReadCounselContacts, write: Permission.WriteCounselContacts,
  New: NewRepresentationDto, Corrected: CorrectedRepresentationDto, Answer: RepresentationDto,
}) {}
