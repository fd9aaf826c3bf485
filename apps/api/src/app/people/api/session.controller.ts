import { OPEN_PERMISSIONS, type Permission, ROLE_PERMISSIONS } from '@docket/domain';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bearerTokenOf } from '../../platform/access/bearer-token';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { ApiProblems } from '../../platform/problems/api-problems';
import { AccessMode } from '../access/access-mode';
import { SameSite } from '../access/same-site';
import { clientOf } from '../client';
import { sessionOf } from '../sessions/session-of';
import { BrowserCookies } from '../sessions/browser';
import { type OpenSession, Sessions } from '../sessions/sessions';
import { SessionCookie } from '../sessions/session-cookie';
import { PeopleMail } from '../mail/people-mail';
import { TokenLookup } from '../tokens/token-lookup';
import { SignInService } from '../sessions/sign-in.service';
import { SIGN_IN_REFUSED_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, WRONG_CREDENTIALS_PROBLEM } from './people.openapi';
import { SessionDto, SignInDto, type SignInMethod, StepUpDto } from './session.dto';

@ApiTags('people')
@Controller('session')
export class SessionController {
  constructor(
    private readonly settings: Settings,
    private readonly mode: AccessMode,
    private readonly signInService: SignInService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly cookies: BrowserCookies,
    private readonly sameSite: SameSite,
    private readonly mail: PeopleMail,
    private readonly tokens: TokenLookup,
  ) {}

  @Get()
  @Needs('public')
  @ApiOperation({
    summary: 'Who is signed in',
    description: 'Who uses this browser, and what they may do. With a bearer token: what the token may do.',
  })
  @ApiOkResponse({ type: SessionDto, description: 'The session.' })
  @ApiProblems(503)
  async getSession(@Req() request: FastifyRequest): Promise<SessionDto> {
    const settings = this.settingsForClients();
    if (await this.mode.isOpen()) {
      return { mode: 'open', permissions: [...OPEN_PERMISSIONS], ...settings, needs_set_up: false };
    }
    const bearer = bearerTokenOf(request);
    const session = bearer === undefined ? await this.findSession(request) : undefined;
    if (!session) {
      const permissions = bearer === undefined ? [] : await this.permissionsOf(bearer);
      return { mode: 'closed', permissions, ...settings, needs_set_up: !(await this.mode.hasAdministrator()) };
    }
    const { userId: id, name, email, role, hasPassword: has_password } = session;
    const permissions = [...ROLE_PERMISSIONS[role]];
    return {
      mode: 'closed',
      user: { id, name, email, role, has_password },
      permissions,
      ...settings,
      needs_set_up: false,
    };
  }

  @Post()
  @Needs('public')
  @ApiOperation({ summary: 'Sign in', description: 'Starts a session in this browser, kept in a cookie.' })
  @ApiCreatedResponse({ description: 'The person is signed in.' })
  @ApiProblems(400, WRONG_CREDENTIALS_PROBLEM, SIGN_IN_REFUSED_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.sameSite.requireFor(request);
    const tokens = await this.signInService.signIn({ email, password }, this.cookies.browserOf(request));
    this.cookies.set(reply, tokens);
  }

  @Post('step-up')
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Confirm who you are',
    description: 'Proves the identity again, for operations that need it. The session goes on with a new cookie.',
  })
  @ApiNoContentResponse({ description: 'The identity is proved.' })
  @ApiProblems(400, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async stepUp(
    @Body() { password }: StepUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { client, device } = this.cookies.browserOf(request);
    const token = await this.signInService.stepUp(sessionOf(request), password, device, client);
    this.cookie.set(reply, token);
  }

  @Delete()
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session of this browser.' })
  @ApiNoContentResponse({ description: 'The person is signed out.' })
  @ApiProblems(503)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signInService.signOut(sessionOf(request), clientOf(request));
    this.cookie.clear(reply);
    reply.header('Clear-Site-Data', '"cache"'); // the browser caches responses for conditional requests
  }

  private async findSession(request: FastifyRequest): Promise<OpenSession | undefined> {
    const token = this.cookie.read(request);
    return token === undefined ? undefined : this.sessions.find(token);
  }

  private async permissionsOf(bearer: string): Promise<Permission[]> {
    return [...((await this.tokens.identify(bearer))?.permissions ?? [])];
  }

  private settingsForClients(): Pick<
    SessionDto,
    'methods' | 'provider' | 'can_reset' | 'has_public_form' | 'has_model'
  > {
    const { oidc, PASSWORD_SIGN_IN, PUBLIC_FORM: has_public_form, hasModel: has_model } = this.settings;
    const methods: SignInMethod[] = [
      ...(PASSWORD_SIGN_IN ? ['password' as const] : []),
      ...(oidc ? ['oidc' as const] : []),
    ];
    const can_reset = PASSWORD_SIGN_IN && this.mail.isConfigured;
    return { methods, ...(oidc && { provider: oidc.name }), can_reset, has_public_form, has_model };
  }
}
