import { Body, Controller, HttpCode, HttpStatus, NotFoundException, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { clientOf } from '../../people';
import { RequestLimits } from '../request-limits';
import { RequestsService } from '../requests.service';
import { AcceptedRequestDto, NewRequestDto } from './request.dto';

const NO_FORM_PROBLEM: OperationProblem = {
  status: 404,
  name: 'NoPublicForm',
  description: 'This Docket takes no requests without an account. `PUBLIC_FORM` decides.',
  detail: 'This Docket takes no requests without an account',
};

const TOO_MANY_REQUESTS_PROBLEM: OperationProblem = {
  status: 429,
  name: 'TooManyRequests',
  description:
    'More than 5 requests an hour from this address, 3 for this email address, or 200 in all. `Retry-After` says when the next one is allowed.',
  detail: 'Too many requests. Try again in 40 minutes',
};

@ApiTags('requests')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly settings: Settings,
    private readonly limits: RequestLimits,
    private readonly requests: RequestsService,
  ) {}

  /** Needs no CSRF protection: it uses no cookie and grants nothing that the sender lacks. */
  @Post()
  @Needs('public')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'File a ticket without an account',
    description: 'For requesters, if `PUBLIC_FORM` is set. The ticket is open, with the default category and priority.',
  })
  @ApiAcceptedResponse({ type: AcceptedRequestDto, description: 'The ticket is filed.' })
  @ApiProblems(400, NO_FORM_PROBLEM, TOO_MANY_REQUESTS_PROBLEM, 503)
  @Idempotent()
  async createRequest(@Body() fields: NewRequestDto, @Req() request: FastifyRequest): Promise<AcceptedRequestDto> {
    if (!this.settings.PUBLIC_FORM) throw new NotFoundException(NO_FORM_PROBLEM.detail);
    await this.limits.consume(fields.email, clientOf(request));
    return { reference: await this.requests.file(fields) };
  }
}
