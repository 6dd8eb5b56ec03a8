import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { ANSWER, AUTHORITIES, DEADLINE_ANSWER, DEADLINE_REQUEST, FACTS } from './law.schemas.js';
import { LawService } from './law.service.js';

/** The law of the office over HTTP. It stores nothing and reads nobody's file: who may sign in may ask. */
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
  @Doc({ summary: 'Every authority, also of the office: its clauses, citations, grades, status over time, and who verified what', answer: AUTHORITIES })
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
