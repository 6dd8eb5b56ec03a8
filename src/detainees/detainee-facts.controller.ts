import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../common/permissions.js';
import { IDENTIFIER, IDENTITY, MEMBERSHIP, NAME } from './detainee.facts.js';
import {
  CorrectedIdentifierDto, CorrectedIdentityDto, CorrectedMembershipDto, CorrectedNameDto, IdentifierDto, IdentityDto, MembershipDto, NameDto,
  NewIdentifierDto, NewIdentityDto, NewMembershipDto, NewNameDto,
} from './detainees.dto.js';
import { FactRoutes } from './fact-routes.js';

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
