import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Doc } from '../common/doc.decorator.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { LawService } from './law.service.js';
import { NARRATIVE, SUGGESTIONS } from './topics.schemas.js';

/** Topics in a narrative: asked while a contact is being written, stored nowhere. */
@ApiTags('law')
@Controller('v1/ice-contacts')
export class TopicsController {
  constructor(private readonly law: LawService) {}

  @Post('suggest-topics')
  @Requires(Permission.EvaluateLaw)
  @ApiBody({ schema: NARRATIVE })
  @Doc({ summary: 'Topics that a narrative of a contact shows, with the words that show them; a person decides', answer: SUGGESTIONS })
  suggestTopics(@Body() body: unknown) {
    return this.law.suggestTopics(body);
  }
}
