import { TIMELINE_PAGE_DEFAULT } from '@docket/domain';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { IdPipe } from '../../platform/validation/id.pipe';
import { Timeline } from '../timeline/timeline';
import { DescribeReadTimeline } from './conversation.openapi';
import { ReadTimelineDto } from './read-timeline.dto';
import { type TimelineEntryDto, toTimelineEntryDto } from './timeline-entry.dto';

@ApiTags('conversation')
@Controller('tickets/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Get()
  @Needs('tickets:read')
  @DescribeReadTimeline()
  async readTimeline(
    @Param('id', IdPipe) id: number,
    @Query() query: ReadTimelineDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TimelineEntryDto[]> {
    const { limit = TIMELINE_PAGE_DEFAULT } = query;
    const { entries, before } = await this.timeline.page(id, limit, query.before);
    if (before !== undefined) {
      const search = new URLSearchParams({ ...(query.limit && { limit: String(limit) }), before: String(before) });
      reply.header('Link', `</api/tickets/${id}/timeline?${search.toString()}>; rel="next"`);
    }
    return entries.map(toTimelineEntryDto);
  }
}
