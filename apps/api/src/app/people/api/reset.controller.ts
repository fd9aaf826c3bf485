import { Body, Controller, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { SameSite } from '../access/same-site';
import { clientOf } from '../client';
import { PasswordResetService } from '../reset/password-reset.service';
import { CROSS_SITE_PROBLEM, NO_MAIL_PROBLEM, TOO_MANY_RESETS_PROBLEM } from './people.openapi';
import { ResetDto } from './reset.dto';

@ApiTags('people')
@Controller('auth/reset')
export class ResetController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly sameSite: SameSite,
  ) {}

  @Post()
  @Needs('public')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Ask for a new password',
    description:
      'Mails a link that sets a new password, if a person with this address signs in with a password. The response is the same for every address.',
  })
  @ApiAcceptedResponse({ description: 'If there is such a person, the mail is on its way.' })
  @ApiProblems(400, CROSS_SITE_PROBLEM, NO_MAIL_PROBLEM, TOO_MANY_RESETS_PROBLEM, 503)
  async requestReset(
    @Body() { email }: ResetDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.sameSite.requireFor(request);
    const sendLink = await this.resets.request(email, clientOf(request));
    reply.raw.once('finish', sendLink); // the time of the response must not reveal who has an account
  }
}
