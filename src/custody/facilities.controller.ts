import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { FacilitiesQuery, FacilityDto, FacilityFields } from './custody.dto.js';
import { FacilityCodeParam } from './facility-code.param.js';
import { FacilitiesService } from './facilities.service.js';

@ApiTags('custody')
@Controller('v1/facilities')
export class FacilitiesController {
  constructor(private readonly facilities: FacilitiesService) {}

  @Get()
  @Requires(Permission.ReadFacilities)
  @Doc({ summary: 'Find facilities, by name', page: FacilityDto })
  search(@Query() query: FacilitiesQuery) {
    return this.facilities.search(query);
  }

  @Get(':code')
  @Requires(Permission.ReadFacilities)
  @Doc({ summary: 'One facility, with its field office, federal district and circuit', answer: FacilityDto })
  one(@Param('code', FacilityCodeParam) code: string) {
    return this.facilities.one(code);
  }

  @Put(':code')
  @Requires(Permission.WriteFacilities)
  @Doc({ summary: 'Add a facility, or replace what is on file about it', answer: FacilityDto })
  put(@Param('code', FacilityCodeParam) code: string, @Body() body: FacilityFields, @CurrentActor() actor: Actor) {
    return this.facilities.put(actor, code, body);
  }
}
