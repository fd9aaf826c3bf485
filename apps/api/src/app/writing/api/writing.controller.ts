import { Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import type { DeadlineConfig } from '../../platform/context/request-context';
import { DisconnectSignal } from '../../platform/http/disconnect-signal';
import { IdPipe } from '../../platform/validation/id.pipe';
import { REQUEST_MS, Writer } from '../writer';
import { type NotWrittenDto, type WrittenDto, toWritingDto } from './writing.dto';
import { DescribeDraftReply, DescribeSummarizeTicket } from './writing.openapi';

const TIME: DeadlineConfig = { deadline: REQUEST_MS };

@ApiTags('writing')
@Controller('tickets/:id')
export class WritingController {
  constructor(private readonly writer: Writer) {}

  @Post('summary')
  @HttpCode(HttpStatus.OK)
  @Needs(['tickets:read', 'tickets:write'])
  @RouteConfig(TIME)
  @DescribeSummarizeTicket()
  async summarizeTicket(
    @Param('id', IdPipe) id: number,
    @DisconnectSignal() gone: AbortSignal,
  ): Promise<WrittenDto | NotWrittenDto> {
    return toWritingDto(await this.writer.write('summary', id, gone));
  }

  @Post('draft')
  @HttpCode(HttpStatus.OK)
  @Needs(['tickets:read', 'tickets:write'])
  @RouteConfig(TIME)
  @DescribeDraftReply()
  async draftReply(
    @Param('id', IdPipe) id: number,
    @DisconnectSignal() gone: AbortSignal,
  ): Promise<WrittenDto | NotWrittenDto> {
    return toWritingDto(await this.writer.write('draft', id, gone));
  }
}
