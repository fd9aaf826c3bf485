import { TOKEN_DAYS_DEFAULT } from '@docket/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { clientOf } from '../client';
import { personOf } from '../sessions/session-of';
import { TokensService } from '../tokens/tokens.service';
import {
  CreateTokenDto,
  type CreatedTokenDto,
  ListTokensDto,
  type TokenDto,
  toCreatedTokenDto,
  toTokenDto,
} from './token.dto';
import { DescribeCreateToken, DescribeListTokens, DescribeRevokeToken } from './tokens.openapi';

@ApiTags('people')
@Controller('tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @Needs('signed-in')
  @DescribeListTokens()
  async listTokens(
    @Query() { all = false, before }: ListTokensDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenDto[]> {
    const { tokens, next } = await this.tokens.list(personOf(request), all, before);
    if (next !== undefined) reply.header('Link', `</api/tokens?all=true&before=${next}>; rel="next"`);
    return tokens.map(toTokenDto);
  }

  @Post()
  @Needs('signed-in', { stepUp: true })
  @DescribeCreateToken()
  @Idempotent('shown-once')
  async createToken(
    @Body() { name, scopes, expires_in_days: days = TOKEN_DAYS_DEFAULT, user_id: serviceId }: CreateTokenDto,
    @Req() request: FastifyRequest,
  ): Promise<CreatedTokenDto> {
    const token = { name, scopes, days, ...(serviceId !== undefined && { serviceId }) };
    return toCreatedTokenDto(await this.tokens.create(personOf(request), token, clientOf(request)));
  }

  @Delete(':id')
  @Needs('signed-in')
  @HttpCode(204)
  @DescribeRevokeToken()
  async revokeToken(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<void> {
    await this.tokens.revoke(personOf(request), id, clientOf(request));
  }
}
