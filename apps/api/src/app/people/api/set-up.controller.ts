import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { SameSite } from '../access/same-site';
import { BrowserCookies } from '../sessions/browser';
import { SetUpService } from '../set-up/set-up.service';
import { CROSS_SITE_PROBLEM, LINK_SPENT_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM } from './people.openapi';
import { SetUpDto } from './set-up.dto';

@ApiTags('people')
@Controller('auth/set-up')
export class SetUpController {
  constructor(
    private readonly setUpService: SetUpService,
    private readonly cookies: BrowserCookies,
    private readonly sameSite: SameSite,
  ) {}

  @Post()
  @Needs('public')
  @ApiOperation({
    summary: 'Make the first administrator',
    description:
      'Uses the link that a closed Docket without an administrator logs when it starts. Signs the person in.',
  })
  @ApiCreatedResponse({ description: 'The first administrator exists and is signed in.' })
  @ApiProblems(400, CROSS_SITE_PROBLEM, LINK_SPENT_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async setUp(
    @Body() { token, ...person }: SetUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.sameSite.requireFor(request);
    const tokens = await this.setUpService.useLink(token, person, this.cookies.browserOf(request));
    this.cookies.set(reply, tokens);
  }
}
