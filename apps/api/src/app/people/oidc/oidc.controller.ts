import { Controller, ForbiddenException, Get, HttpCode, NotFoundException, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { ApiProblems } from '../../platform/problems/api-problems';
import { clientOf } from '../client';
import { createToken, hashOf } from '../sessions/secret-token';
import { SessionCookie } from '../sessions/session-cookie';
import { BrowserCookies } from '../sessions/browser';
import { OIDC_HOURS, Sessions } from '../sessions/sessions';
import type { Purpose } from './oidc-attempts';
import { OidcCookie } from './oidc-cookie';
import { NO_PROVIDER_PROBLEM, REDIRECT } from './oidc.openapi';
import { StartSingleSignOnDto } from './oidc.dto';
import { returnPath } from './return-path';
import { SingleSignOnService } from './single-sign-on.service';

const SESSION_SECONDS = OIDC_HOURS * 60 * 60;

@ApiTags('people')
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly settings: Settings,
    private readonly singleSignOn: SingleSignOnService,
    private readonly sessions: Sessions,
    private readonly sessionCookie: SessionCookie,
    private readonly cookies: BrowserCookies,
    private readonly cookie: OidcCookie,
  ) {}

  @Get('start')
  @Needs('public')
  @HttpCode(303)
  @ApiOperation({
    summary: 'Sign in with single sign-on',
    description:
      'Leads the browser to the OpenID Connect provider, or to the sign-in page with a `problem` if the provider does not respond.',
  })
  @ApiResponse(REDIRECT)
  @ApiProblems(400, 403, NO_PROVIDER_PROBLEM, 503)
  async startSingleSignOn(
    @Query() { return_to, step_up }: StartSingleSignOnDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const origin = this.requireOrigin();
    requireVisit(request);
    const returnTo = returnPath(return_to, origin);
    const purpose = step_up === 'true' ? await this.stepUp(request) : this.signIn(request);
    const browser = this.cookie.read(request) ?? createToken().token;
    const page = purpose
      ? await this.singleSignOn.start(purpose, returnTo, browser, clientOf(request))
      : `/sign-in?return_to=${encodeURIComponent(returnTo)}`;
    this.cookie.set(reply, browser);
    reply.header('Location', new URL(page, origin).href);
  }

  @Get('callback')
  @Needs('public')
  @HttpCode(303)
  @ApiOperation({
    summary: 'Return from single sign-on',
    description:
      'The provider leads the browser here, with the parameters of OpenID Connect. Starts a session and leads on to the page that was ' +
      'asked for, or to the sign-in page with a `problem`.',
  })
  @ApiResponse(REDIRECT)
  @ApiProblems(NO_PROVIDER_PROBLEM, 503)
  async finishSingleSignOn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const origin = this.requireOrigin();
    const query = request.url.split('?').slice(1).join('?');
    const browser = this.cookies.browserOf(request);
    const { path, session, tokens } = await this.singleSignOn.finish(query, this.cookie.read(request), browser);
    if (tokens) this.cookies.set(reply, tokens, SESSION_SECONDS);
    if (session !== undefined) this.sessionCookie.set(reply, session, SESSION_SECONDS);
    reply.header('Location', new URL(path, origin).href);
  }

  private signIn(request: FastifyRequest): Purpose {
    const token = this.sessionCookie.read(request);
    return { kind: 'sign_in', ...(token !== undefined && { replaced: hashOf(token) }) };
  }

  /** Undefined if nobody is signed in. */
  private async stepUp(request: FastifyRequest): Promise<Purpose | undefined> {
    const token = this.sessionCookie.read(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    return session && { kind: 'step_up', session };
  }

  /** @throws NotFoundException without a provider */
  private requireOrigin(): string {
    const { oidc, publicUrl } = this.settings;
    if (!oidc || !publicUrl) throw new NotFoundException('Single sign-on is not set up');
    return publicUrl.origin;
  }
}

/**
 * Images and frames of other sites must not use up the limit of a network.
 * @throws ForbiddenException unless the request is a navigation
 */
function requireVisit({ headers }: FastifyRequest): void {
  const destination = headers['sec-fetch-dest'];
  if (destination !== undefined && destination !== 'document') {
    throw new ForbiddenException('Single sign-on starts with a visit of this address, not from inside another page');
  }
}
