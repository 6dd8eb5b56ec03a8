import { Body, Controller, Delete, Get, Header, Param, Patch, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { Config } from '../common/config.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { IfMatch } from '../common/etag.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { Requires } from '../common/requires.decorator.js';
import { WithReason } from '../detainees/fact-fields.js';
import { attachment } from './attachment.js';
import { CorrectedDocumentDto, DocumentDto, DocumentListDto, UPLOAD } from './documents.dto.js';
import { DocumentsService } from './documents.service.js';
import { FILE_TYPES } from './file-types.js';
import { withUpload } from './upload.js';
import { VirusScanner } from './virus-scanner.js';

@ApiTags('documents')
@Controller('v1/detainees/:detaineeId/documents')
export class DocumentsController {
  private readonly limitMegabytes: number;

  constructor(private readonly documents: DocumentsService, private readonly scanner: VirusScanner, config: Config) {
    this.limitMegabytes = config.documentLimitMegabytes;
  }

  @Get()
  @Requires(Permission.ReadDocuments)
  @Doc({ summary: 'Every document of a person', answer: DocumentListDto })
  list(@Param('detaineeId', IdParam) detaineeId: string) {
    return this.documents.list(detaineeId);
  }

  @Get(':id')
  @Requires(Permission.ReadDocuments)
  @Doc({ summary: 'One document: what it is, not what is in it', answer: DocumentDto })
  one(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string) {
    return this.documents.one({ detaineeId, id });
  }

  @Post()
  @Requires(Permission.WriteDocuments)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Doc({
    summary: 'Add a document',
    description: 'It is encrypted while it comes in.',
    status: 201,
    answer: DocumentDto,
    otherwise: { description: 'This person has the same file already: what is on record', answer: DocumentDto },
  })
  add(
    @Param('detaineeId', IdParam) detaineeId: string, @Req() request: FastifyRequest, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withUpload(request, { limitMegabytes: this.limitMegabytes, scanner: this.scanner }, async ({ form: { source, title, ...label }, fileName, incoming }) => {
      const { document, already } = await this.documents.add(actor, detaineeId,
        { ...label, title: title ?? fileName, fileName, source: { kind: 'document', text: source ?? fileName } }, incoming);
      if (already) reply.status(200);
      return document;
    });
  }

  @Patch(':id')
  @Requires(Permission.WriteDocuments)
  @Doc({ summary: 'Correct what a document is called, how it is handled or to what it belongs', answer: DocumentDto })
  correct(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { source, reason, ...changes }: CorrectedDocumentDto, @CurrentActor() actor: Actor,
  ) {
    return this.documents.correct(actor, { detaineeId, id }, seen, { source, reason, changes });
  }

  @Delete(':id')
  @Requires(Permission.WriteDocuments)
  @Doc({ summary: 'Withdraw a document', description: 'For what should never have been added. It stays in the history until the office’s rules of retention delete it.', status: 204 })
  async withdraw(
    @Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @IfMatch() seen: number,
    @Body() { reason }: WithReason, @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.documents.withdraw(actor, { detaineeId, id }, seen, reason);
  }

  /** Whatever it is, a browser saves it and does not open it. */
  @Get(':id/content')
  @Requires(Permission.ReadDocuments)
  @ApiProduces(...Object.keys(FILE_TYPES))
  @Header('Content-Security-Policy', `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`)
  @Doc({ summary: 'The file itself, to be saved', answer: { type: 'string', format: 'binary' } })
  async content(@Param('detaineeId', IdParam) detaineeId: string, @Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    const { content, mediaType, sizeBytes, fileName } = await this.documents.download(actor, { detaineeId, id });
    return new StreamableFile(content, { type: mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType, length: sizeBytes, disposition: attachment(fileName) });
  }
}
