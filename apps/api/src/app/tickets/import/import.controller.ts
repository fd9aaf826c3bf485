import { Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ImportDefaultsDto } from './import-defaults.dto';
import { type ImportFile, SentFile } from './import-file';
import type { ImportResultDto } from './import-result.dto';
import { DescribeImportTickets } from './import.openapi';
import { ImportService } from './import.service';

@ApiTags('tickets')
@Controller('tickets/import')
export class ImportController {
  constructor(private readonly importer: ImportService) {}

  @Post()
  @HttpCode(200)
  @DescribeImportTickets()
  async importTickets(
    @Query() { default_category: category, default_priority: priority }: ImportDefaultsDto,
    @SentFile() file: ImportFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportResultDto> {
    const report = await this.importer.importFile(file, { category, priority });
    reply.headers(report.toHeaders());
    return report.toDto();
  }
}
