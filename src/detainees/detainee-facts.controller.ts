import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { IDENTIFIER, IDENTITY, MEMBERSHIP, NAME } from './detainee.facts.js';
import {
  CorrectedIdentifierDto, CorrectedIdentityDto, CorrectedMembershipDto, CorrectedNameDto, IdentifierDto, IdentityDto, MembershipDto, NameDto,
  NewIdentifierDto, NewIdentityDto, NewMembershipDto, NewNameDto,
} from './detainees.dto.js';
import { FactRoutes } from './fact-routes.js';
import { SENSITIVE_DETAIL } from './sensitive-detail.facts.js';
import { CorrectedSensitiveDetailDto, NewSensitiveDetailDto, SensitiveDetailDto } from './sensitive-details.dto.js';

const who = { read: Permission.ReadDetainees, write: Permission.WriteDetainees };

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/identity')
export class IdentityController extends FactRoutes({ kind: IDENTITY, ...who, New: NewIdentityDto, Corrected: CorrectedIdentityDto, Answer: IdentityDto }) {}

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/names')
export class NamesController extends FactRoutes({ kind: NAME, ...who, New: NewNameDto, Corrected: CorrectedNameDto, Answer: NameDto }) {}

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/identifiers')
export class IdentifiersController extends FactRoutes({ kind: IDENTIFIER, ...who, New: NewIdentifierDto, Corrected: CorrectedIdentifierDto, Answer: IdentifierDto }) {}

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/memberships')
export class MembershipsController extends FactRoutes({ kind: MEMBERSHIP, ...who, New: NewMembershipDto, Corrected: CorrectedMembershipDto, Answer: MembershipDto }) {}

@ApiTags('detainees')
@Controller('v1/detainees/:detaineeId/sensitive-details')
export class SensitiveDetailsController extends FactRoutes({
  kind: SENSITIVE_DETAIL, read: Permission.ReadSensitiveDetails, write: Permission.WriteSensitiveDetails,
  New: NewSensitiveDetailDto, Corrected: CorrectedSensitiveDetailDto, Answer: SensitiveDetailDto,
}) {}
