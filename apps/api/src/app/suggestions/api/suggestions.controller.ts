import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { namesMediaType } from '../../platform/http/accept-header';
import { addVary } from '../../platform/http/vary-header';
import { SuggestionList } from '../list/suggestion-list';
import { ListSuggestionsDto } from './list-suggestions.dto';
import { type SuggestionDto, toSuggestionDto } from './suggestion.dto';
import { nextLink } from './next-link';
import { toSuggestionsCsv } from './suggestions-csv';
import { CSV, CSV_ROWS_MAX, DescribeListSuggestions } from './suggestions.openapi';
import { toSuggestionFilter } from './to-suggestion-filter';

@ApiTags('quality')
@Controller('suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestionList: SuggestionList,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Needs('stats:read')
  @DescribeListSuggestions()
  async listSuggestions(
    @Query() query: ListSuggestionsDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SuggestionDto[] | StreamableFile> {
    addVary(reply, 'Accept');
    const isCsv = namesMediaType(request.headers.accept, CSV);
    const filter = toSuggestionFilter(query, this.settings.hasModel);
    const limit = isCsv ? CSV_ROWS_MAX : (query.limit ?? PAGE_SIZE_DEFAULT);
    const page = await this.suggestionList.page(filter, query.cursor, limit);
    reply.headers(nextLink('/api/suggestions', page.next, query));
    const suggestions = page.suggestions.map((row) => toSuggestionDto(row, filter));
    if (!isCsv) return suggestions;
    return new StreamableFile(Buffer.from(toSuggestionsCsv(suggestions)), {
      type: `${CSV}; charset=utf-8`,
      disposition: `attachment; filename="docket-suggestions-${filter.from}-to-${filter.to}.csv"`,
    });
  }
}
