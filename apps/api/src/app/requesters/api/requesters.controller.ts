import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { RequesterDto } from '../requester.dto';
import { Requesters } from '../requesters';
import { ListRequestersDto, REQUESTERS_PAGE_DEFAULT } from './list-requesters.dto';
import { DescribeListRequesters } from './requesters.openapi';

@ApiTags('tickets')
@Controller('requesters')
export class RequestersController {
  constructor(private readonly requesters: Requesters) {}

  @Get()
  @Needs('tickets:read')
  @DescribeListRequesters()
  async listRequesters(
    @Query() { limit = REQUESTERS_PAGE_DEFAULT, cursor, contains }: ListRequestersDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequesterDto[]> {
    const { requesters, next } = await this.requesters.page(cursor, limit, contains);
    if (next !== undefined) {
      const filter = contains === undefined ? '' : `&contains=${encodeURIComponent(contains)}`;
      reply.header('Link', `</api/requesters?limit=${limit}${filter}&cursor=${next}>; rel="next"`);
    }
    return requesters.map(({ id, email, name }) => ({ id, email, ...(name !== null && { name }) }));
  }
}
