import { Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import type { DeadlineConfig } from '../../platform/context/request-context';
import type { QuotaConfig } from '../../platform/quotas/quota-policy';
import { type ImportFile, UploadedFile } from './import-file';
import { ImportOptionsDto, toImportOptions } from './import-options.dto';
import type { ImportResultDto } from './import-result.dto';
import { DescribeImportTickets } from './import.openapi';
import { ImportService } from './import.service';

/** A check of a file counts as an ordinary request: people repeat it while they correct the interpretation. */
const CONFIG: DeadlineConfig & QuotaConfig = {
  deadline: false,
  quota: { policy: 'import', applies: ({ query }) => !isCheck(query) },
};

function isCheck(query: unknown): boolean {
  const { check = 'false' } = query as { check?: unknown };
  return check !== 'false';
}

@ApiTags('tickets')
@Controller('tickets/import')
export class ImportController {
  constructor(private readonly importer: ImportService) {}

  @Post()
  @HttpCode(200)
  @Needs('import')
  @RouteConfig(CONFIG)
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
