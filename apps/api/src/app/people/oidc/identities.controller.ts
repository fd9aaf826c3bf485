import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems } from '../../platform/problems/api-problems';
import { IdPipe } from '../../platform/validation/id.pipe';
import { clientOf } from '../client';
import { createToken } from '../sessions/secret-token';
import { sessionOf } from '../sessions/session-of';
import { IdentityDto, LinkIdentityDto, ProviderPageDto, toIdentityDto } from './oidc.dto';
import { OidcCookie } from './oidc-cookie';
import { LAST_WAY_IN_PROBLEM, NO_PROVIDER_PROBLEM, NO_SUCH_IDENTITY_PROBLEM } from './oidc.openapi';
import { OwnIdentities } from './own-identities';
import { returnPath } from './return-path';
import { SingleSignOnService } from './single-sign-on.service';

@ApiTags('people')
@Controller('me/identities')
export class IdentitiesController {
  constructor(
    private readonly settings: Settings,
    private readonly identities: OwnIdentities,
    private readonly singleSignOn: SingleSignOnService,
    private readonly cookie: OidcCookie,
  ) {}

  @Get()
  @Needs('signed-in')
  @ApiOperation({
    summary: 'List linked identities',
    description: 'The accounts at an OpenID Connect provider that sign the person in.',
  })
  @ApiOkResponse({ type: IdentityDto, isArray: true, description: 'The identities.' })
  @ApiProblems(503)
  async listIdentities(@Req() request: FastifyRequest): Promise<IdentityDto[]> {
    return (await this.identities.list(sessionOf(request).userId)).map(toIdentityDto);
  }

  /** A POST, so that no link of another site starts it, and the dialog that confirms the identity can send it again. */
  @Post()
  @Needs('signed-in', { stepUp: true })
  @ApiOperation({
    summary: 'Link single sign-on',
    description:
      'Starts linking the account at the OpenID Connect provider to the signed-in person. The browser then opens the page of the provider.',
  })
  @ApiCreatedResponse({ type: ProviderPageDto, description: 'Where to sign in at the provider.' })
  @ApiProblems(400, NO_PROVIDER_PROBLEM, 503)
  async linkIdentity(
    @Body() { return_to }: LinkIdentityDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderPageDto> {
    const { oidc, publicUrl } = this.settings;
    if (!oidc || !publicUrl) throw new NotFoundException('Single sign-on is not set up');
    const purpose = { kind: 'link', session: sessionOf(request) } as const;
    const browser = this.cookie.read(request) ?? createToken().token;
    const returnTo = returnPath(return_to, publicUrl.origin);
    const page = await this.singleSignOn.start(purpose, returnTo, browser, clientOf(request));
    this.cookie.set(reply, browser);
    return { url: new URL(page, publicUrl).href };
  }

  @Delete(':id')
  @Needs('signed-in', { stepUp: true })
  @HttpCode(204)
  @ApiOperation({
    summary: 'Unlink an identity',
    description: 'The account at the provider no longer signs you in. Your sessions go on.',
  })
  @ApiIdParam('one of your identities', 5)
  @ApiNoContentResponse({ description: 'The identity is unlinked.' })
  @ApiProblems(400, NO_SUCH_IDENTITY_PROBLEM, LAST_WAY_IN_PROBLEM, 503)
  async unlinkIdentity(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<void> {
    await this.identities.unlink(sessionOf(request).userId, id, clientOf(request));
  }
}
