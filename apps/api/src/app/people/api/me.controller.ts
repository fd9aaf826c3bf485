import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { Needs } from '../../platform/access/needs';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { IdPipe } from '../../platform/validation/id.pipe';
import { clientOf } from '../client';
import { ChangePasswordService } from '../passwords/change-password.service';
import { OwnSessions } from '../sessions/own-sessions';
import { BrowserCookies } from '../sessions/browser';
import { sessionOf } from '../sessions/session-of';
import { ChangePasswordDto, OwnSessionDto, toOwnSessionDto } from './me.dto';
import { TOO_MANY_ATTEMPTS_PROBLEM } from './people.openapi';

const NO_SUCH_SESSION: OperationProblem = {
  status: 404,
  name: 'NoSuchSession',
  description: 'You have no such session.',
  detail: 'Session 41 does not exist',
};

@ApiTags('people')
@Controller('me')
export class MeController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly passwords: ChangePasswordService,
    private readonly cookies: BrowserCookies,
  ) {}

  @Get('sessions')
  @Needs('signed-in')
  @ApiOperation({
    summary: 'List your sessions',
    description: 'The browsers in which you are signed in: this one, then the most recently used.',
  })
  @ApiOkResponse({ type: OwnSessionDto, isArray: true, description: 'Your sessions.' })
  @ApiProblems(503)
  async listOwnSessions(@Req() request: FastifyRequest): Promise<OwnSessionDto[]> {
    return (await this.sessions.list(sessionOf(request))).map(toOwnSessionDto);
  }

  @Delete('sessions')
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out everywhere else',
    description: 'Ends all your sessions but the one of this browser.',
  })
  @ApiNoContentResponse({ description: 'You are signed in here only.' })
  @ApiProblems(503)
  async endOtherSessions(@Req() request: FastifyRequest): Promise<void> {
    await this.sessions.endOthers(sessionOf(request), clientOf(request));
  }

  @Delete('sessions/:id')
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({ summary: 'End a session', description: 'Signs you out in one browser.' })
  @ApiIdParam('one of your sessions', 41)
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiProblems(400, NO_SUCH_SESSION, 503)
  async endOwnSession(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<void> {
    await this.sessions.end(sessionOf(request), id, clientOf(request));
  }

  @Put('password')
  @Needs('signed-in')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Change your password',
    description:
      'Ends all your other sessions, and forgets the other browsers in which you have signed in. The session of this browser goes on with a new cookie. A wrong current password gets a 403 of the type `/problems/wrong-credentials`. Where signing in with a password is turned off, everyone gets a 403 of the type `/problems/password-sign-in-off`.',
  })
  @ApiNoContentResponse({ description: 'The new password counts.' })
  @ApiProblems(400, TOO_MANY_ATTEMPTS_PROBLEM, 503)
  async changePassword(
    @Body() { current, new: next }: ChangePasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { client, device } = this.cookies.browserOf(request);
    const tokens = await this.passwords.change(sessionOf(request), { current, next }, device, client);
    this.cookies.set(reply, tokens);
  }
}
