import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { AppealsService } from './appeals.service.js';
import { AppealDueDto, AppealsQuery, SilentPersonDto, SilentQuery, TodayDto, TodayQuery } from './today.dto.js';
import { TodayService } from './today.service.js';

@ApiTags('caseload')
@Controller('v1/today')
export class TodayController {
  constructor(private readonly office: TodayService, private readonly deadlines: AppealsService) {}

  @Get()
  @Requires(Permission.ReadFindings)
  @ReadsPeople(({ due, overdue, approaching, fresh, appeals, silent }: TodayDto) => [
    ...[due, overdue, approaching, fresh, appeals].flatMap(({ items }) => items.map(({ person }) => person.id)), ...silent.items.map(({ id }) => id),
  ])
  @Doc({
    summary: 'What the office has before it today', answer: TodayDto,
    description: 'What is due, overdue, approaching and new, times to appeal that run out, and who is silent: how much of each, the first of it, and the address of its list. What rests on a source that nobody has verified is on the list of findings and is not counted here.',
  })
  today(@Query() query: TodayQuery) {
    return this.office.today(query);
  }

  @Get('appeals')
  @Requires(Permission.ReadRemovalOrders)
  @ReadsPeople(({ items }: { items: readonly AppealDueDto[] }) => items.map(({ person }) => person.id))
  @Doc({ summary: 'Times to appeal to the Board that run out, where no appeal and no waiver is on file, the first to end first', page: AppealDueDto })
  appeals(@Query() query: AppealsQuery) {
    return this.deadlines.page(query);
  }

  @Get('silent')
  @Requires(Permission.ReadFindings)
  @ReadsPeople(({ items }: { items: readonly SilentPersonDto[] }) => items.map(({ id }) => id))
  @Doc({ summary: 'People who are held and of whom nothing was recorded for a while, the longest silence first', page: SilentPersonDto })
  silent(@Query() query: SilentQuery) {
    return this.office.silent(query);
  }
}
