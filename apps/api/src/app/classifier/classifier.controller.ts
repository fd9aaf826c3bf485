import { Body, Controller, Headers, HttpCode, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../platform/access/needs';
import { hasPreference } from '../platform/http/prefer-header';
import { type ClassificationDto, toClassificationDto } from './classification.dto';
import { BLIND_PREFERENCE, DescribeClassifyTicket } from './classifier.openapi';
import { ClassifierService } from './classifier.service';
import { ClassifyDto } from './classify.dto';

@ApiTags('classifier')
@Controller('tickets/classify')
export class ClassifierController {
  constructor(private readonly classifier: ClassifierService) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @Needs('classify')
  @DescribeClassifyTicket()
  async classifyTicket(
    @Body() text: ClassifyDto,
    @Headers('prefer') prefer: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClassificationDto> {
    const surface = hasPreference(prefer, BLIND_PREFERENCE) ? 'form' : 'api';
    const suggestion = await this.classifier.suggest(text, surface);
    if (suggestion.isBlind) reply.header('Preference-Applied', BLIND_PREFERENCE);
    return toClassificationDto(suggestion);
  }
}
