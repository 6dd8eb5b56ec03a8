import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Doc } from '../doc.decorator.js';
import { Public } from '../requires.decorator.js';
import { HealthDto, LiveDto } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Public()
  @Doc({ summary: 'Whether the process runs', answer: LiveDto })
  live(): LiveDto {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Doc({
    summary: 'Whether requests can be served, and what is missing',
    description: 'Without Redis it is degraded and answers 200: facts are read and recorded, and what they change waits in PostgreSQL. '
      + 'So it is while the log waits to be sealed.',
    answer: HealthDto,
  })
  @ApiResponse({ status: 503, description: 'PostgreSQL does not answer, or its migrations have not run.', type: HealthDto })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    const health = await this.health.check();
    if (health.status === 'unready') reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return health;
  }
}
