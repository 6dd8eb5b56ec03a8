import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { FactRoutes } from '../detainees/fact-routes.js';
import { CorrectedOtherCustodyDto, CorrectedStintDto, NewOtherCustodyDto, NewStintDto, OtherCustodyDto, StintDto } from './custody.dto.js';
import { OTHER_CUSTODY, STINT } from './custody.facts.js';

const who = { read: Permission.ReadCustody, write: Permission.WriteCustody };

@ApiTags('custody')
@Controller('v1/detainees/:detaineeId/stints')
export class StintsController extends FactRoutes({ kind: STINT, ...who, New: NewStintDto, Corrected: CorrectedStintDto, Answer: StintDto }) {}

@ApiTags('custody')
@Controller('v1/detainees/:detaineeId/other-custody')
export class OtherCustodyController extends FactRoutes({
  kind: OTHER_CUSTODY, ...who, New: NewOtherCustodyDto, Corrected: CorrectedOtherCustodyDto, Answer: OtherCustodyDto,
}) {}
