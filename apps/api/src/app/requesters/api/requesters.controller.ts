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
    @Query() { limit = REQUESTERS_PAGE_DEFAULT, cursor }: ListRequestersDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequesterDto[]> {
    const { requesters, next } = await this.requesters.page(cursor, limit);
    if (next !== undefined) reply.header('Link', `</api/requesters?limit=${limit}&cursor=${next}>; rel="next"`);
    return requesters.map(({ id, email, name }) => ({ id, email, ...(name !== null && { name }) }));
  }
}
