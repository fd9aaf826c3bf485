import { Readable } from 'node:stream';
import { Controller, Get, Headers, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeFeedCursor } from '../../history';
import { Needs } from '../../platform/access/needs';
import type { DeadlineConfig } from '../../platform/context/request-context';
import { ApiProblems } from '../../platform/problems/api-problems';
import { LiveStreams } from '../live-streams';

const EVENT_STREAM = 'text/event-stream';

@ApiTags('live')
@Controller('events')
export class EventsController {
  constructor(private readonly streams: LiveStreams) {}

  @Get()
  @Needs('tickets:read')
  @RouteConfig({ deadline: false } satisfies DeadlineConfig)
  @ApiOperation({
    summary: 'Follow changes as they happen',
    description:
      'Server-sent events. `ready` comes first. `change` says what happened to which ticket: `{event_id, kind, ticket_id, fields, actor}`, without any text. `presence` says which people have which ticket open: `{complete, tickets: [{ticket_id, people: [{id, name, doing}]}]}`. The first one is complete. Later ones have the tickets whose people have changed; `people` is empty once the last one has left. `reset` says that events are missing, so everything has to be read again. `ping` comes every ten seconds. A client that resumes with `Last-Event-ID` misses no event, but may get some twice.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that the client has got. Browsers send it.',
    schema: { type: 'string' },
    example: '4294967297.752.4711',
  })
  @ApiOkResponse({ description: 'The stream.', content: { [EVENT_STREAM]: { schema: { type: 'string' } } } })
  @ApiProblems(503)
  async followChanges(
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.headers({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    if (request.method === 'HEAD') return new StreamableFile(Readable.from([]), { type: EVENT_STREAM }); // without content-length
    const { body } = await this.streams.open(request, reply.raw, decodeFeedCursor(lastEventId));
    return new StreamableFile(body, { type: EVENT_STREAM });
  }
}
