import { Body, Controller, Headers, HttpCode, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../platform/access/needs';
import { preference } from '../platform/http/prefer-header';
import { type ClassificationDto, toClassificationDto } from './classification.dto';
import { BLIND_PREFERENCE, DescribeClassifyTicket } from './classifier.openapi';
import { ClassifierService, type Hiding } from './classifier.service';
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
    const suggestion = await this.classifier.suggest(text, toHiding(preference(prefer, BLIND_PREFERENCE)));
    if (suggestion.isBlind) reply.header('Preference-Applied', BLIND_PREFERENCE);
    return toClassificationDto(suggestion);
  }
}

/** An unknown or empty value leaves the choice to the API. */
function toHiding(preferred: string | undefined): Hiding {
  if (preferred === undefined) return 'impossible';
  return preferred === 'hide' || preferred === 'show' ? preferred : 'share';
}
