import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import {
  ConfirmedMembershipDto, DeclinedMembershipDto, LeftMembershipDto, MembershipConfirmedDto, MembershipDecisionsDto, MembershipDeclinedDto, MembershipProposalsDto,
  MembershipProposalsQuery, MembershipsLeftDto, OpenMembershipProposalsQuery, PersonsMembershipProposalsDto,
} from './class-memberships.dto.js';
import { ClassMembershipsService } from './class-memberships.service.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('class memberships')
@Controller('v1/class-memberships')
export class OpenMembershipProposalsController {
  constructor(private readonly proposals: ProposalsService) {}

  @Get('proposals')
  @Requires(Permission.ReadDetainees)
  @ReadsPeople(({ items }: { items: readonly PersonsMembershipProposalsDto[] }) => items.map(({ detaineeId }) => detaineeId))
  @Doc({
    summary: 'People whose membership as computed today differs from what is on file', page: PersonsMembershipProposalsDto,
    description: 'In the order of their ids. A page looks at so many people and no more: it may hold few or none while there is a next one.',
  })
  page(@Query() query: OpenMembershipProposalsQuery) {
    return this.proposals.page(query);
  }
}

@ApiTags('class memberships')
@Controller('v1/detainees/:detaineeId/class-memberships')
export class ClassMembershipsController {
  constructor(private readonly memberships: ClassMembershipsService, private readonly proposals: ProposalsService) {}

  @Get('proposals')
  @Requires(Permission.ReadDetainees)
  @Doc({
    summary: 'To which classes a person belongs by the facts on file, since when, on which evidence, and what is on file', answer: MembershipProposalsDto,
    description: 'A proposal: the membership is what a person confirmed. Nothing is stored.',
  })
  of(@Param('detaineeId', IdParam) detaineeId: string, @Query() { asOf, asKnownOn }: MembershipProposalsQuery) {
    return this.proposals.of(detaineeId, asOf ?? null, asKnownOn === undefined ? null : new Date(asKnownOn));
  }

  @Get('decisions')
  @Requires(Permission.ReadDetainees)
  @Doc({ summary: 'What was confirmed, declined and left, by whom, on which evidence', answer: MembershipDecisionsDto })
  decisions(@Param('detaineeId', IdParam) detaineeId: string) {
    return this.memberships.decisions(detaineeId);
  }

  @Post('confirm')
  @Requires(Permission.WriteDetainees)
  @Doc({
    summary: 'Confirm a proposed membership: it is recorded for the days for which it was proposed', status: 201, answer: MembershipConfirmedDto,
    description: 'Refused if the proposal no longer stands as it was shown, or a membership of the class is on file in that time.',
  })
  confirm(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: ConfirmedMembershipDto, @CurrentActor() actor: Actor) {
    return this.memberships.confirm(actor, detaineeId, body);
  }

  @Post('decline')
  @Requires(Permission.WriteDetainees)
  @Doc({ summary: 'Decline a proposal: it is not made again until something of it, or a fact on which it rests, changes', status: 201, answer: MembershipDeclinedDto })
  decline(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: DeclinedMembershipDto, @CurrentActor() actor: Actor) {
    return this.memberships.decline(actor, detaineeId, body);
  }

  @Post('leave')
  @Requires(Permission.WriteDetainees)
  @Doc({
    summary: 'Record an opting out or an individual habeas petition, which ends the memberships of subclasses and not of the class', status: 201, answer: MembershipsLeftDto,
    description: 'The event is recorded unless it is on file, and each membership that it ends is corrected: all of it, or nothing.',
  })
  leave(@Param('detaineeId', IdParam) detaineeId: string, @Body() body: LeftMembershipDto, @CurrentActor() actor: Actor) {
    return this.memberships.leave(actor, detaineeId, body);
  }
}
