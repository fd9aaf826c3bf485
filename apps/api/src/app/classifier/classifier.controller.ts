import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Needs } from '../platform/access/needs';
import { type ClassificationDto, toClassificationDto } from './classification.dto';
import { DescribeClassifyTicket } from './classifier.openapi';
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
  async classifyTicket(@Body() text: ClassifyDto): Promise<ClassificationDto> {
    return toClassificationDto(await this.classifier.suggest(text));
  }
}
