import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { TextList } from '../list/text-list';
import { ListTextsDto } from './list-texts.dto';
import { nextLink } from './next-link';
import { DescribeListTexts } from './texts.openapi';
import { toTextFilter } from './to-text-filter';
import { WrittenTextDto, toWrittenTextDto } from './written-text.dto';

@ApiTags('quality')
@Controller('texts')
export class TextsController {
  constructor(private readonly textList: TextList) {}

  @Get()
  @Needs('stats:read')
  @DescribeListTexts()
  async listTexts(
    @Query() query: ListTextsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenTextDto[]> {
    const limit = query.limit ?? PAGE_SIZE_DEFAULT;
    const page = await this.textList.page(toTextFilter(query), query.cursor, limit);
    reply.headers(nextLink('/api/texts', page.next, query));
    return page.texts.map(toWrittenTextDto);
  }
}
