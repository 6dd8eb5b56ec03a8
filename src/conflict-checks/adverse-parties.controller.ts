import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { FactRoutes } from '../detainees/fact-routes.js';
import { AdversePartyDto, CorrectedAdversePartyDto, NewAdversePartyDto } from './adverse-parties.dto.js';
import { ADVERSE_PARTY } from './adverse-party.facts.js';

@ApiTags('conflict-checks')
@Controller('v1/detainees/:detaineeId/adverse-parties')
export class AdversePartiesController extends FactRoutes({
  kind: ADVERSE_PARTY, read: Permission.ReadAdverseParties, write: Permission.WriteAdverseParties,
  New: NewAdversePartyDto, Corrected: CorrectedAdversePartyDto, Answer: AdversePartyDto,
}) {}
