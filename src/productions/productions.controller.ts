import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { Config } from '../common/config.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import { PREVIEW, ProductionDto, ProductionsQuery, ProductionUploadQuery, UPLOAD } from './productions.dto.js';
import { explainRefusedFile } from './productions.errors.js';
import { ProductionsService } from './productions.service.js';
import { withUpload } from './upload.js';

/** What a file held and what of it was set aside is told by counts and by the government's own rows, which name nobody on file. */
const showsNobody = (): readonly string[] => [];

@ApiTags('productions')
@Controller('v1/productions')
export class ProductionsController {
  private readonly limitBytes: number;

  constructor(private readonly productions: ProductionsService, config: Config) {
    this.limitBytes = config.uploadLimitMegabytes * 1024 * 1024;
  }

  @Post()
  @Requires(Permission.ImportProductions)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Doc({
    summary: 'Import a detention release of ICE',
    description: 'All of it or nothing.',
    status: 201,
    answer: ProductionDto,
    otherwise: { description: 'The same file was imported before: what is on record. With `dryRun`: what the file holds', answer: { anyOf: [{ $ref: getSchemaPath(ProductionDto) }, PREVIEW] } },
  })
  async import(
    @Req() request: FastifyRequest, @Query() { dryRun }: ProductionUploadQuery, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withUpload(request, this.limitBytes, async ({ file, name }) => {
      if (dryRun) {
        reply.status(200);
        return explainRefusedFile(this.productions.preview(file));
      }
      const { production, already } = await explainRefusedFile(this.productions.importIceDetentions(actor, { file, name }));
      if (already) reply.status(200);
      return production;
    });
  }

  @Get()
  @Requires(Permission.ReadProductions)
  @ReadsPeople(showsNobody)
  @Doc({ summary: 'What was imported, the newest first', page: ProductionDto })
  list(@Query() query: ProductionsQuery) {
    return this.productions.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadProductions)
  @ReadsPeople(showsNobody)
  @Doc({ summary: 'One import: what was read, kept, changed and set aside', answer: ProductionDto })
  show(@Param('id', IdParam) id: string) {
    return this.productions.show(id);
  }

  @Get(':id/refused.csv')
  @Requires(Permission.ReadProductions)
  @ReadsPeople(showsNobody)
  @ApiProduces('text/csv')
  @Doc({ summary: 'What was set aside of a file: sheet, row, column, reason and cells, as CSV', answer: { type: 'string' } })
  async refused(@Param('id', IdParam) id: string) {
    const lines = await this.productions.refusedCsv(id);
    return new StreamableFile(Readable.from(lines), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="refused-${id}.csv"` });
  }
}
