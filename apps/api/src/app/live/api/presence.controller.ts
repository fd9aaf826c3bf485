import { Body, Controller, HttpCode, HttpStatus, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { PRESENCE_PER_MINUTE } from '../presence/presence-limit';
import { SetPresence } from '../presence/set-presence';
import { SetPresenceDto } from './presence.dto';

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'OpenTicketNotFound',
  description: 'The ticket does not exist.',
  detail: 'Ticket 7 does not exist',
};

const TOO_MANY: OperationProblem = {
  status: 429,
  name: 'TooManyPresences',
  description: `The person has sent more than ${PRESENCE_PER_MINUTE} requests in a minute. \`Retry-After\` says when the next one is allowed.`,
  detail: 'Too many requests. Try again in 20 s',
};

@ApiTags('live')
@Controller('presence')
export class PresenceController {
  constructor(private readonly presence: SetPresence) {}

  @Put()
  @Needs('tickets:read')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({
    summary: 'Say which ticket you have open',
    description:
      'Followers of `GET /api/events` learn of it within half a second. Send it when something changes, and every ten seconds: after 25 seconds without a request, the person no longer counts as present. Only people who are signed in are present. With a token or without sign-in, the request does nothing. `replying` needs the permission `tickets:write`.',
  })
  @ApiNoContentResponse({ description: 'The presence is stored, or there is none to store.' })
  @ApiProblems(400, NOT_FOUND, 408, 413, 415, TOO_MANY, 503)
  setPresence(
    @Req() { identity }: FastifyRequest,
    @Body() { ticket_id: ticketId, doing, tab }: SetPresenceDto,
  ): Promise<void> {
    return this.presence.set(identity, { tab, ticketId, doing });
  }
}
