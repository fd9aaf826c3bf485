import type { MessageVisibility } from '@docket/domain';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  NotFoundException,
  Param,
  Put,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import type { Actor } from '../../platform/context/actor';
import { CurrentActor } from '../../platform/context/current-actor';
import { IdPipe } from '../../platform/validation/id.pipe';
import { Drafts } from '../drafts/drafts';
import { DescribeDeleteDraft, DescribeGetDraft, DescribeSaveDraft } from './conversation.openapi';
import { type DraftDto, SaveDraftDto, toDraftDto } from './draft.dto';
import { VisibilityPipe } from './visibility.pipe';

@ApiTags('conversation')
@Controller('tickets/:id/draft/:visibility')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get()
  @Needs('tickets:write')
  @DescribeGetDraft()
  async getDraft(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: number,
    @Param('visibility', VisibilityPipe) visibility: MessageVisibility,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftDto | undefined> {
    const draft = await this.drafts.find(actor, id, visibility);
    if (draft) return toDraftDto(draft);
    reply.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  @Put()
  @Needs('tickets:write')
  @DescribeSaveDraft()
  async saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: number,
    @Param('visibility', VisibilityPipe) visibility: MessageVisibility,
    @Body() { body }: SaveDraftDto,
  ): Promise<DraftDto> {
    const draft = await this.drafts.save(actor, id, visibility, body);
    if (!draft) throw new NotFoundException(`Ticket ${id} does not exist`);
    return toDraftDto(draft);
  }

  @Delete()
  @Needs('tickets:write')
  @HttpCode(HttpStatus.NO_CONTENT)
  @DescribeDeleteDraft()
  async deleteDraft(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: number,
    @Param('visibility', VisibilityPipe) visibility: MessageVisibility,
  ): Promise<void> {
    await this.drafts.remove(actor, id, visibility);
  }
}
