import { PERMISSIONS, ROLE_PERMISSIONS } from '@docket/domain';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { AccessMode } from '../access/access-mode';
import { SameSite } from '../access/same-site';
import { clientOf } from '../client';
import { MAX_DAYS, Sessions } from '../sessions/sessions';
import { SessionCookie } from '../sessions/session-cookie';
import { SignInService } from '../sessions/sign-in.service';
import { CROSS_SITE_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, WRONG_CREDENTIALS_PROBLEM } from './people.openapi';
import { SessionDto, SignInDto } from './session.dto';

export const SESSION_SECONDS = MAX_DAYS * 24 * 60 * 60;

@ApiTags('people')
@Controller('session')
export class SessionController {
  constructor(
    private readonly mode: AccessMode,
    private readonly signInService: SignInService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly sameSite: SameSite,
  ) {}

  @Get()
  @Needs('public')
  @ApiOperation({ summary: 'Who is signed in', description: 'Who uses this browser, and what they may do.' })
  @ApiOkResponse({ type: SessionDto, description: 'The session.' })
  @ApiProblems(503)
  async getSession(@Req() request: FastifyRequest): Promise<SessionDto> {
    const isOpen = await this.mode.isOpen();
    const token = isOpen ? undefined : this.cookie.read(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (isOpen) return { mode: 'open', permissions: [...PERMISSIONS], needs_set_up: false };
    if (!session) return { mode: 'closed', permissions: [], needs_set_up: !(await this.mode.hasAdministrator()) };
    const { userId: id, name, email, role } = session;
    const permissions = [...ROLE_PERMISSIONS[role]];
    return { mode: 'closed', user: { id, name, email, role }, permissions, needs_set_up: false };
  }

  @Post()
  @Needs('public')
  @ApiOperation({ summary: 'Sign in', description: 'Starts a session in this browser, kept in a cookie.' })
  @ApiCreatedResponse({ description: 'The person is signed in.' })
  @ApiProblems(400, WRONG_CREDENTIALS_PROBLEM, CROSS_SITE_PROBLEM, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async signIn(
    @Body() { email, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.sameSite.requireFor(request);
    this.cookie.set(reply, await this.signInService.signIn(email, password, clientOf(request)), SESSION_SECONDS);
  }

  @Delete()
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session of this browser.' })
  @ApiNoContentResponse({ description: 'The person is signed out.' })
  @ApiProblems(503)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    const actor = request.identity?.actor;
    if (token !== undefined && actor?.kind === 'person') {
      await this.signInService.signOut(token, actor.userId, clientOf(request));
    }
    this.cookie.clear(reply);
  }
}
