import { Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Author, CurrentAuthor } from '../../people';
import { Needs } from '../../platform/access/needs';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { DELIVERIES_PAGE, DeliveriesService } from '../deliveries.service';
import { type DeliveryDto, ListDeliveriesDto, toDeliveryDto } from './delivery.dto';
import { DescribeGetDelivery, DescribeListDeliveries, DescribeRedeliver } from './webhooks.openapi';

@ApiTags('webhooks')
@Controller('webhooks/:id/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Needs('settings')
  @DescribeListDeliveries()
  async listDeliveries(
    @Param('id', IdPipe) id: number,
    @Query() { state, before }: ListDeliveriesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveryDto[]> {
    const rows = await this.deliveries.list(id, { ...(state && { state }), ...(before && { before }) });
    const page = rows.slice(0, DELIVERIES_PAGE);
    const last = page.at(-1);
    if (last && rows.length > page.length) {
      const query = new URLSearchParams({ ...(state && { state }), before: last.position });
      reply.header('Link', `</api/webhooks/${id}/deliveries?${query.toString()}>; rel="next"`);
    }
    return page.map(toDeliveryDto);
  }

  @Get(':delivery')
  @Needs('settings')
  @DescribeGetDelivery()
  async getDelivery(
    @Param('id', IdPipe) id: number,
    @Param('delivery', ParseUUIDPipe) delivery: string,
  ): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.find(id, delivery));
  }

  @Post(':delivery/redeliver')
  @Needs('settings')
  @HttpCode(HttpStatus.ACCEPTED)
  @DescribeRedeliver()
  @Idempotent()
  async redeliver(
    @CurrentAuthor() author: Author,
    @Param('id', IdPipe) id: number,
    @Param('delivery', ParseUUIDPipe) delivery: string,
  ): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.redeliver(author, id, delivery));
  }
}
