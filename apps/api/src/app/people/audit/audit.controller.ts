import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessRecheck, type RecheckAccess } from '../../platform/access/access-recheck';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { decodeCursor } from '../../platform/database/page-cursor';
import { namesMediaType } from '../../platform/http/accept-header';
import { addVary } from '../../platform/http/vary-header';
import { clientOf } from '../client';
import { type AuditEventDto, toAuditEventDto } from './audit-event.dto';
import { AuditExport } from './audit-export';
import { AuditLog } from './audit-log';
import { auditLinks } from './audit-links';
import { DescribeListAudit, NDJSON } from './audit.openapi';
import { ListAuditDto } from './list-audit.dto';

@ApiTags('people')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly auditLog: AuditLog,
    private readonly auditExport: AuditExport,
  ) {}

  @Get()
  @Needs('audit')
  @DescribeListAudit()
  async listAuditEvents(
    @CurrentActor() actor: Actor,
    @Query() query: ListAuditDto,
    @Req() request: FastifyRequest,
    @AccessRecheck() recheckAccess: RecheckAccess,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditEventDto[] | StreamableFile> {
    addVary(reply, 'Accept');
    const { limit = PAGE_SIZE_DEFAULT, cursor, ...filter } = query;
    if (wantsExport(request)) {
      const events = await this.auditExport.start(actor, filter, clientOf(request), recheckAccess);
      const day = new Date().toISOString().slice(0, 10);
      return new StreamableFile(events, {
        type: NDJSON,
        disposition: `attachment; filename="docket-audit-${day}.ndjson"`,
      });
    }
    const page = await this.auditLog.page(filter, decodeCursor(cursor), limit);
    reply.headers(auditLinks(page, query));
    return page.events.map(toAuditEventDto);
  }
}

/** A HEAD request exports nothing. */
function wantsExport({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && namesMediaType(headers.accept, NDJSON);
}
