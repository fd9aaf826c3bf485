import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { SameSite } from '../access/same-site';
import { DeviceCookie } from '../devices/device-cookie';
import { LinkService } from '../links/link.service';
import { BrowserCookies } from '../sessions/browser';
import { SessionCookie } from '../sessions/session-cookie';
import { LinkDto, UseLinkDto } from './link.dto';
import { CROSS_SITE_PROBLEM, LINK_SPENT_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM } from './people.openapi';

@ApiTags('people')
@Controller('auth/link')
export class LinkController {
  constructor(
    private readonly links: LinkService,
    private readonly cookies: BrowserCookies,
    private readonly sessionCookie: SessionCookie,
    private readonly deviceCookie: DeviceCookie,
    private readonly sameSite: SameSite,
  ) {}

  @Post()
  @Needs('public')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Use an invitation, or a link for a new password',
    description:
      'Without a password, says whose link it is, and does not use it. With one, sets it, uses the link and signs the person out everywhere. An invited person is then signed in here; everyone else signs in with the new password.',
  })
  @ApiOkResponse({ type: LinkDto, description: 'The link works.' })
  @ApiNoContentResponse({ description: 'The password is set.' })
  @ApiProblems(400, CROSS_SITE_PROBLEM, LINK_SPENT_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async useLink(
    @Body() { token, password }: UseLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkDto | undefined> {
    this.sameSite.requireFor(request);
    const browser = this.cookies.browserOf(request);
    if (password === undefined) {
      const { kind, email } = await this.links.look(token, browser.client);
      return { kind, email };
    }
    const { session, device } = await this.links.use(token, password, browser);
    if (session !== undefined) this.sessionCookie.set(reply, session);
    this.deviceCookie.set(reply, device);
    reply.status(204);
    return undefined;
  }
}
