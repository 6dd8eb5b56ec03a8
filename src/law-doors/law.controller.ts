import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { ANSWER, AUTHORITIES, DEADLINE_ANSWER, DEADLINE_REQUEST, FACTS } from './law.schemas.js';
import { LawService } from './law.service.js';

/** The law core over HTTP. It stores nothing and reads nothing on file: who may sign in may ask. */
@ApiTags('law')
@Controller('v1/law')
export class LawController {
  constructor(private readonly law: LawService) {}

  @Post('evaluate')
  @Requires(Permission.EvaluateLaw)
  @ApiBody({ schema: FACTS })
  @Doc({ summary: 'What the law says of these facts on a day, why, and when that changes', answer: ANSWER })
  evaluate(@Body() facts: unknown) {
    return this.law.evaluate(facts);
  }

  @Get('authorities')
  @Requires(Permission.EvaluateLaw)
  @Doc({ summary: 'Every authority: its clauses, citations, grades, status over time and warning windows', answer: AUTHORITIES })
  authorities() {
    return this.law.authorities();
  }

  @Post('deadline')
  @Requires(Permission.EvaluateLaw)
  @ApiBody({ schema: DEADLINE_REQUEST })
  @Doc({ summary: 'When a filing or a notice is due; a list is answered by a list', answer: DEADLINE_ANSWER })
  deadline(@Body() request: unknown) {
    return this.law.deadline(request);
  }
}
