import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor.js';
import { StandsUnder } from '../common/creates.js';
import { CurrentActor } from '../common/current-actor.decorator.js';
import { Doc } from '../common/doc.decorator.js';
import { OneOf } from '../common/fields.js';
import { IdParam } from '../common/id.param.js';
import { Permission } from '../common/permissions.js';
import { ReadsPeople } from '../common/reads.decorator.js';
import { Requires } from '../common/requires.decorator.js';
import type { ReportDocument } from './report-document.js';
import { ExhibitFindingDto, ExhibitPageQuery, NewReportDto, ReportDto, ReportsQuery, ReportVerificationDto, WholeReportDto } from './reports.dto.js';
import { REPORT_FORMATS, type ReportFile, type ReportFormat, ReportsService } from './reports.service.js';

class FileQuery {
  @OneOf(REPORT_FORMATS, { query: true })
  format!: ReportFormat;
}

/** A file, and whom it shows, for the log of what was read. */
class ShowingFile extends StreamableFile {
  constructor(readonly shown: ReportFile) {
    super(shown.bytes, { type: shown.mediaType, disposition: `attachment; filename="${shown.fileName}"` });
  }
}

const UUID = /^[0-9a-f-]{36}$/;

@ApiTags('reports')
@Controller('v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Post('compliance')
  @StandsUnder('/v1/reports')
  @Requires(Permission.MakeReports)
  @Doc({
    summary: 'Make a compliance report: clause by clause what was due, done, late, missed and forbidden in a period',
    description: 'Of everybody of whom the office keeps a file. What is stored is what was asked and the hash of the answer; the same question gives the same bytes.',
    status: 201, answer: ReportDto,
  })
  make(@Body() body: NewReportDto, @CurrentActor() actor: Actor) {
    return this.reports.make(actor, body);
  }

  @Get()
  @Requires(Permission.ReadReports)
  @ReadsPeople(() => [])
  @Doc({ summary: 'The reports that were made, the newest first; an auditor sees those for outside', page: ReportDto })
  list(@Query() query: ReportsQuery) {
    return this.reports.list(query);
  }

  @Get(':id')
  @Requires(Permission.ReadReports)
  @ReadsPeople(({ report, audience }: { report: ReportDocument; audience: string }) => (audience === 'outside' ? [] : report.findings.map(({ person }) => person)))
  @Doc({
    summary: 'A report, computed again', answer: WholeReportDto,
    description: 'One that no longer comes out as it was made is answered 409: under one id stand the same numbers for ever.',
  })
  show(@Param('id', IdParam) id: string) {
    return this.reports.show(id);
  }

  @Get(':id/findings')
  @Requires(Permission.ReadReports)
  @ReadsPeople(({ items }: { items: readonly ExhibitFindingDto[] }) => items.flatMap(({ person }) => (UUID.test(person) ? [person] : [])))
  @Doc({ summary: 'The findings that a number of the report counts, as the exhibit has them', page: ExhibitFindingDto })
  findings(@Param('id', IdParam) id: string, @Query() query: ExhibitPageQuery) {
    return this.reports.findings(id, query);
  }

  @Get(':id/file')
  @Requires(Permission.ReadReports)
  @ReadsPeople(({ shown }: ShowingFile) => shown.people)
  @ApiProduces('application/json', 'text/csv', 'application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Doc({
    summary: 'The report as a file: JSON whose SHA-256 is the stored hash, CSV, XLSX or PDF',
    description: 'The same report is the same bytes each time. In the office\'s version people whose file is closed to you have no name.',
    answer: { oneOf: [{ type: 'object', description: 'JSON.', additionalProperties: true }, { type: 'string', format: 'binary' }] },
  })
  async file(@Param('id', IdParam) id: string, @Query() { format }: FileQuery, @CurrentActor() actor: Actor) {
    return new ShowingFile(await this.reports.file(actor, id, format));
  }

  @Post(':id/verify')
  @Requires(Permission.VerifyReports)
  @Doc({ summary: 'Make a report again, and compare it byte for byte with what was made', answer: ReportVerificationDto })
  verify(@Param('id', IdParam) id: string, @CurrentActor() actor: Actor) {
    return this.reports.verify(actor, id);
  }
}
