import { Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import type { DeadlineConfig } from '../../platform/context/request-context';
import { type ImportFile, UploadedFile } from './import-file';
import { ImportOptionsDto, toImportOptions } from './import-options.dto';
import type { ImportResultDto } from './import-result.dto';
import { DescribeImportTickets } from './import.openapi';
import { ImportService } from './import.service';

@ApiTags('tickets')
@Controller('tickets/import')
export class ImportController {
  constructor(private readonly importer: ImportService) {}

  @Post()
  @HttpCode(200)
  @Needs('import')
  @RouteConfig({ deadline: false } satisfies DeadlineConfig)
  @DescribeImportTickets()
  async importTickets(
    @CurrentActor() actor: Actor,
    @Query() options: ImportOptionsDto,
    @UploadedFile() file: ImportFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportResultDto> {
    const { body, headers } = await this.importer.importFile(actor, file, toImportOptions(options));
    reply.headers(headers);
    return body;
  }
}
