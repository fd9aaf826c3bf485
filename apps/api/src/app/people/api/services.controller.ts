import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { Needs } from '../../platform/access/needs';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { IdPipe } from '../../platform/validation/id.pipe';
import { clientOf } from '../client';
import { sessionOf } from '../sessions/session-of';
import { ServicesService } from '../tokens/services.service';
import { CreateServiceDto, ServiceDto, toServiceDto } from './service.dto';

const NO_SUCH_SERVICE: OperationProblem = {
  status: 404,
  name: 'NoSuchService',
  description: 'There is no active service with this id.',
  detail: 'Service 12 does not exist',
};

const TOO_MANY_SERVICES: OperationProblem = {
  status: 409,
  name: 'TooManyServices',
  description: 'There are as many services as there may be.',
  detail: 'There are 100 services already',
};

@ApiTags('people')
@Controller('services')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Get()
  @Needs('services')
  @ApiOperation({ summary: 'List services', description: 'The active services, by name.' })
  @ApiOkResponse({ type: ServiceDto, isArray: true, description: 'The services.' })
  @ApiProblems(503)
  async listServices(): Promise<ServiceDto[]> {
    return (await this.services.list()).map(toServiceDto);
  }

  @Post()
  @Needs('services', { stepUp: true })
  @ApiOperation({
    summary: 'Make a service',
    description: 'Makes a program that is a user of its own: its tokens stay when the person who made them leaves.',
  })
  @ApiCreatedResponse({ type: ServiceDto, description: 'The service, without tokens.' })
  @ApiProblems(400, TOO_MANY_SERVICES, 503)
  @Idempotent()
  async createService(@Body() service: CreateServiceDto, @Req() request: FastifyRequest): Promise<ServiceDto> {
    return toServiceDto(await this.services.create(sessionOf(request).userId, service, clientOf(request)));
  }

  @Delete(':id')
  @Needs('services', { stepUp: true })
  @HttpCode(204)
  @ApiOperation({ summary: 'Deactivate a service', description: 'The service and its tokens stop working, for good.' })
  @ApiIdParam('a service', 12)
  @ApiNoContentResponse({ description: 'The service is deactivated.' })
  @ApiProblems(400, NO_SUCH_SERVICE, 503)
  async deactivateService(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<void> {
    await this.services.deactivate(sessionOf(request).userId, id, clientOf(request));
  }
}
