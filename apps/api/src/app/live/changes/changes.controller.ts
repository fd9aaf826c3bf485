import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessRecheck, type RecheckAccess } from '../../platform/access/access-recheck';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import type { DeadlineConfig } from '../../platform/context/request-context';
import { Shutdown } from '../../platform/context/shutdown';
import { disconnectSignal } from '../../platform/http/disconnect-signal';
import { type ChangesDto, toChangesDto } from './changes.dto';
import { DescribeReadChanges } from './changes.openapi';
import { ChangesService } from './changes.service';
import { CHANGES_DEFAULT, ReadChangesDto, WAIT_MAX_SECONDS, positionOf } from './read-changes.dto';

/** Deadline of a request, in milliseconds: the longest wait plus the usual time of a request for the last read. */
const DEADLINE_MS = WAIT_MAX_SECONDS * 1000 + 8000;

@ApiTags('live')
@Controller('changes')
export class ChangesController {
  constructor(
    private readonly changes: ChangesService,
    private readonly shutdown: Shutdown,
  ) {}

  @Get()
  @Needs('tickets:read')
  @RouteConfig({ deadline: DEADLINE_MS } satisfies DeadlineConfig)
  @DescribeReadChanges()
  async readChanges(
    @CurrentActor() actor: Actor,
    @Query() query: ReadChangesDto,
    @Req() { method }: FastifyRequest,
    @AccessRecheck() beforeRead: RecheckAccess,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangesDto> {
    const { wait = 0, limit = CHANGES_DEFAULT, include } = query;
    const { page, tickets } = await this.changes.read({
      after: positionOf(query),
      limit,
      waitMs: method === 'HEAD' ? 0 : wait * 1000,
      includesTickets: include === 'ticket',
      sender: JSON.stringify(actor),
      beforeRead,
      signal: AbortSignal.any([this.shutdown.signal, disconnectSignal(reply)]),
    });
    return toChangesDto(page, tickets);
  }
}
