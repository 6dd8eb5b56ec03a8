import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { PageQuery } from '../common/pagination.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { AuditEntryDto, AuditQuery, PersonAccessDto } from './audit.dto.js';
import { AuditLog } from './audit-log.service.js';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Requires(Permission.ReadAudit)
  @ReadsPeople(({ items }: { items: readonly AuditEntryDto[] }) => items.flatMap(({ detaineeId }) => detaineeId ?? []))
  @Doc({
    summary: 'The log, the newest first',
    description: 'Every change, read, search, sign-in, refusal and run of the rules. What an entry says of a person is shown to whoever sees that person.',
    page: AuditEntryDto,
  })
  list(@Query() query: AuditQuery) {
    return this.log.page(query);
  }
}

@ApiTags('audit')
@Controller('v1/detainees/:detaineeId/access')
export class PersonAccessController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Requires(Permission.ReadAccess)
  @Doc({ summary: 'Who looked at this person, changed something or was refused, and when; the newest first', page: PersonAccessDto })
  list(@Param('detaineeId', IdParam) detaineeId: string, @Query() query: PageQuery) {
    return this.log.accessTo(detaineeId, query);
  }
}
