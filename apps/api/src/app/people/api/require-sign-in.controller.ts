import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { SameSite } from '../access/same-site';
import { BrowserCookies } from '../sessions/browser';
import { SetUpService } from '../set-up/set-up.service';
import { ALREADY_CLOSED_PROBLEM } from './people.openapi';
import { FirstAdministratorDto } from './set-up.dto';

@ApiTags('people')
@Controller('auth/require-sign-in')
export class RequireSignInController {
  constructor(
    private readonly setUpService: SetUpService,
    private readonly cookies: BrowserCookies,
    private readonly sameSite: SameSite,
  ) {}

  @Post()
  @Needs('settings')
  @ApiOperation({
    summary: 'Require sign-in',
    description:
      'Closes an open Docket for good: makes the first administrator, and signs them in. Accepted from a page of Docket only.',
  })
  @ApiCreatedResponse({ description: 'The first administrator exists and is signed in.' })
  @ApiProblems(400, ALREADY_CLOSED_PROBLEM, 503)
  async requireSignIn(
    @Body() person: FirstAdministratorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.sameSite.requireFor(request);
    const tokens = await this.setUpService.requireSignIn(person, this.cookies.browserOf(request));
    this.cookies.set(reply, tokens);
  }
}
