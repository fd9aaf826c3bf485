import { Body, Controller, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { toTicketDto } from '../../tickets';
import { MessagesService } from '../messages/messages.service';
import { DescribeSendMessage } from './conversation.openapi';
import { SendMessageDto, type SentMessageDto, toNewMessage } from './send-message.dto';
import { toTimelineEntryDto } from './timeline-entry.dto';

@ApiTags('conversation')
@Controller('tickets/:id/messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Post()
  @Needs('tickets:write')
  @DescribeSendMessage()
  @Idempotent()
  async sendMessage(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: number,
    @Body() message: SendMessageDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentMessageDto> {
    const { entry, ticket, isRepeated } = await this.messages.send(actor, id, toNewMessage(message));
    if (isRepeated) reply.status(HttpStatus.OK);
    return { entry: toTimelineEntryDto(entry), ticket: toTicketDto(ticket) };
  }
}
