import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { entityTag, versionsMatching } from '../../platform/http/entity-tag';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { DELIVERIES_PAGE, DeliveriesService } from '../deliveries.service';
import { WebhooksService } from '../webhooks.service';
import { type DeliveryDto, ListDeliveriesDto, toDeliveryDto } from './delivery.dto';
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
  DescribeGetDelivery,
  DescribeGetWebhook,
  DescribeListDeliveries,
  DescribeListWebhooks,
  DescribeRedeliver,
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
  @Needs('settings')
  @DescribeCreateWebhook()
  @Idempotent('shown-once')
  async createWebhook(
    @Body() { name, url, types }: CreateWebhookDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookSecretDto> {
    checkWebhookUrl(url, this.settings.WEBHOOK_PRIVATE);
    const created = await this.webhooks.create({ name, url, types: unique(types) });
    reply.header('ETag', entityTag(created.webhook));
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
    reply.header('ETag', entityTag(webhook));
    return toWebhookDto(webhook);
  }

  @Patch(':id')
  @Needs('settings')
  @DescribeChangeWebhook()
  async changeWebhook(
    @Param('id', IdPipe) id: number,
    @Body() { name, url, types, is_on }: ChangeWebhookDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookDto> {
    if (url !== undefined) checkWebhookUrl(url, this.settings.WEBHOOK_PRIVATE);
    const changes = {
      ...(name !== undefined && { name }),
      ...(url !== undefined && { url }),
      ...(types && { types: unique(types) }),
      ...(is_on !== undefined && { isOn: is_on }),
    };
    const webhook = await this.webhooks.change(id, changes, versionsMatching(ifMatch, id));
    reply.header('ETag', entityTag(webhook));
    return toWebhookDto(webhook);
  }

  @Delete(':id')
  @Needs('settings')
  @HttpCode(HttpStatus.NO_CONTENT)
  @DescribeDeleteWebhook()
  async deleteWebhook(@Param('id', IdPipe) id: number): Promise<void> {
    await this.webhooks.remove(id);
  }

  @Post(':id/rotate')
  @Needs('settings')
  @HttpCode(HttpStatus.OK)
  @DescribeRotateSecret()
  @Idempotent('shown-once')
  async rotateSecret(@Param('id', IdPipe) id: number): Promise<WebhookSecretDto> {
    return toWebhookSecretDto(await this.webhooks.rotate(id));
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
  async replay(@Param('id', IdPipe) id: number, @Body() { since }: ReplayDto): Promise<WebhookDto> {
    await this.deliveries.replay(id, since);
    return toWebhookDto(await this.webhooks.find(id));
  }

  @Get(':id/deliveries')
  @Needs('settings')
  @DescribeListDeliveries()
  async listDeliveries(
    @Param('id', IdPipe) id: number,
    @Query() { state, before }: ListDeliveriesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveryDto[]> {
    await this.webhooks.find(id);
    const rows = await this.deliveries.list(id, { ...(state && { state }), ...(before && { before }) });
    const page = rows.slice(0, DELIVERIES_PAGE);
    const last = page.at(-1);
    if (last && rows.length > page.length) {
      const query = new URLSearchParams({ ...(state && { state }), before: last.position });
      reply.header('Link', `</api/webhooks/${id}/deliveries?${query.toString()}>; rel="next"`);
    }
    return page.map(toDeliveryDto);
  }

  @Get(':id/deliveries/:delivery')
  @Needs('settings')
  @DescribeGetDelivery()
  async getDelivery(
    @Param('id', IdPipe) id: number,
    @Param('delivery', ParseUUIDPipe) delivery: string,
  ): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.find(id, delivery));
  }

  @Post(':id/deliveries/:delivery/redeliver')
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @DescribeRedeliver()
  @Idempotent()
  async redeliver(
    @Param('id', IdPipe) id: number,
    @Param('delivery', ParseUUIDPipe) delivery: string,
  ): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.redeliver(id, delivery));
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
