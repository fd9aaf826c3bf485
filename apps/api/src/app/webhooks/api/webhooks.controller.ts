import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Author, CurrentAuthor } from '../../people';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { versionsMatching } from '../../platform/http/entity-tag';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { DeliveriesService } from '../deliveries.service';
import { WebhooksService } from '../webhooks.service';
import { type DeliveryDto, toDeliveryDto } from './delivery.dto';
import { webhookTag } from './webhook-tag';
import { checkWebhookUrl } from './webhook-url';
import {
  ChangeWebhookDto,
  CreateWebhookDto,
  ReplayDto,
  type WebhookDto,
  type WebhookSecretDto,
  toWebhookDto,
  toWebhookSecretDto,
} from './webhook.dto';
import {
  DescribeChangeWebhook,
  DescribeCreateWebhook,
  DescribeDeleteWebhook,
  DescribeGetWebhook,
  DescribeListWebhooks,
  DescribeReplay,
  DescribeRotateSecret,
  DescribeTestWebhook,
} from './webhooks.openapi';

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly settings: Settings,
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Get()
  @Needs('settings')
  @DescribeListWebhooks()
  async listWebhooks(): Promise<WebhookDto[]> {
    return (await this.webhooks.list()).map(toWebhookDto);
  }

  @Post()
  @Needs('settings', { stepUp: 'people' })
  @DescribeCreateWebhook()
  @Idempotent('shown-once')
  async createWebhook(
    @CurrentAuthor() author: Author,
    @Body() { name, url, types }: CreateWebhookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookSecretDto> {
    checkWebhookUrl(url, this.settings.WEBHOOK_PRIVATE);
    const created = await this.webhooks.create(author, { name, url, types: unique(types) });
    reply.header('ETag', webhookTag(created.webhook));
    return toWebhookSecretDto(created);
  }

  @Get(':id')
  @Needs('settings')
  @DescribeGetWebhook()
  async getWebhook(
    @Param('id', IdPipe) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    const webhook = await this.webhooks.find(id);
    reply.header('ETag', webhookTag(webhook));
    return toWebhookDto(webhook);
  }

  @Patch(':id')
  @Needs('settings', { stepUp: 'sometimes' })
  @DescribeChangeWebhook()
  async changeWebhook(
    @CurrentAuthor() author: Author,
    @Param('id', IdPipe) id: number,
    @Body() { name, url, types, is_on }: ChangeWebhookDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() { identity }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    if (url !== undefined) checkWebhookUrl(url, this.settings.WEBHOOK_PRIVATE);
    const changes = {
      ...(name !== undefined && { name }),
      ...(url !== undefined && { url }),
      ...(types && { types: unique(types) }),
      ...(is_on !== undefined && { isOn: is_on }),
    };
    const conditions = { versions: versionsMatching(ifMatch, id), session: identity?.session };
    const webhook = await this.webhooks.change(author, id, changes, conditions);
    reply.header('ETag', webhookTag(webhook));
    return toWebhookDto(webhook);
  }

  @Delete(':id')
  @Needs('settings')
  @HttpCode(HttpStatus.NO_CONTENT)
  @DescribeDeleteWebhook()
  async deleteWebhook(@CurrentAuthor() author: Author, @Param('id', IdPipe) id: number): Promise<void> {
    await this.webhooks.remove(author, id);
  }

  @Post(':id/rotate')
  @Needs('settings', { stepUp: 'people' })
  @HttpCode(HttpStatus.OK)
  @DescribeRotateSecret()
  @Idempotent('shown-once')
  async rotateSecret(@CurrentAuthor() author: Author, @Param('id', IdPipe) id: number): Promise<WebhookSecretDto> {
    return toWebhookSecretDto(await this.webhooks.rotate(author, id));
  }

  @Post(':id/test')
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @DescribeTestWebhook()
  @Idempotent()
  async testWebhook(@Param('id', IdPipe) id: number): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.test(id));
  }

  @Post(':id/replay')
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @DescribeReplay()
  @Idempotent()
  async replay(
    @CurrentAuthor() author: Author,
    @Param('id', IdPipe) id: number,
    @Body() { since }: ReplayDto,
  ): Promise<WebhookDto> {
    await this.deliveries.replay(author, id, since);
    return toWebhookDto(await this.webhooks.find(id));
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
