import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodeFeedCursor } from '../../history';
import { clientOf } from '../../people';
import { AccessRecheck, type RecheckAccess } from '../../platform/access/access-recheck';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { Shutdown } from '../../platform/context/shutdown';
import { disconnectSignal } from '../../platform/http/disconnect-signal';
import type { QuotaConfig } from '../../platform/quotas/quota-policy';
import { EXPORT_MEDIA_TYPES } from './export-format';
import { ExportTicketsDto } from './export-tickets.dto';
import { DescribeExportTickets } from './export.openapi';
import { TicketsExport } from './tickets-export';

const CURSOR = 'Docket-Changes-Cursor';

@ApiTags('tickets')
@Controller('export')
export class ExportController {
  constructor(
    private readonly tickets: TicketsExport,
    private readonly shutdown: Shutdown,
  ) {}

  @Get()
  @Needs('tickets:read')
  @RouteConfig({ quota: { policy: 'export' } } satisfies QuotaConfig)
  @DescribeExportTickets()
  async exportTickets(
    @CurrentActor() actor: Actor,
    @Query() { q, format = 'ndjson', after = 0, safe }: ExportTicketsDto,
    @Req() request: FastifyRequest,
    @AccessRecheck() beforeBatch: RecheckAccess,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('X-Accel-Buffering', 'no');
    if (request.method === 'HEAD') {
      reply.header(CURSOR, encodeFeedCursor(await this.tickets.position()));
      return new StreamableFile(Readable.from([]), { type: EXPORT_MEDIA_TYPES[format] }); // without content-length
    }
    const { text, position } = await this.tickets.start({
      actor,
      client: clientOf(request),
      q,
      format,
      after,
      isForExcel: safe === 'excel',
      beforeBatch,
      signal: AbortSignal.any([this.shutdown.signal, disconnectSignal(reply)]),
    });
    reply.header(CURSOR, encodeFeedCursor(position));
    const day = new Date().toISOString().slice(0, 10);
    return new StreamableFile(text, {
      type: EXPORT_MEDIA_TYPES[format],
      disposition: `attachment; filename="docket-tickets-${day}.${format}"`,
    });
  }
}
