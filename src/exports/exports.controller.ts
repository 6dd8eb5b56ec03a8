import { Controller, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { type Exported, ExportsService } from './exports.service.js';

const WHAT = 'Only notes and documents that are shareable are in it, and no remark that nobody has classified; the manifest says how many were kept back.';
const FILE = { type: 'string', format: 'binary' };

@ApiTags('exports')
@Controller('v1/detainees/:detaineeId/export')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @Requires(Permission.ExportDetaineesAsZip)
  @ApiProduces('application/zip')
  @Doc({ summary: 'The whole file of a person: JSON, CSV, documents, who had to do with it, and the hash of each', description: WHAT, answer: FILE })
  async zip(@Param('detaineeId', IdParam) id: string, @CurrentActor() actor: Actor) {
    return saved(await this.exports.person(actor, id, 'zip'));
  }

  @Post('json')
  @Requires(Permission.ExportDetaineesAsJson)
  @ApiProduces('application/json')
  @Doc({ summary: 'The file of a person as one JSON document', description: WHAT, answer: { type: 'object', additionalProperties: true } })
  async json(@Param('detaineeId', IdParam) id: string, @CurrentActor() actor: Actor) {
    return saved(await this.exports.person(actor, id, 'json'));
  }

  @Post('csv')
  @Requires(Permission.ExportDetaineesAsCsv)
  @ApiProduces('application/zip')
  @Doc({ summary: 'The file of a person as tables (CSV) in a ZIP', description: WHAT, answer: FILE })
  async csv(@Param('detaineeId', IdParam) id: string, @CurrentActor() actor: Actor) {
    return saved(await this.exports.person(actor, id, 'csv'));
  }
}

const saved = ({ content, mediaType, fileName }: Exported): StreamableFile =>
  new StreamableFile(content, { type: mediaType, disposition: `attachment; filename="${fileName}"` });
