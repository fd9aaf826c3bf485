import { toTag } from '@docket/domain';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { COUNTED_TICKETS, RecentTags } from './recent-tags';
import { ListTagsDto, TagCountDto } from './tags.dto';

/** Maximum number of tags in a response. */
const LISTED_TAGS = 20;

@ApiTags('tickets')
@Controller('tags')
export class TagsController {
  constructor(private readonly tags: RecentTags) {}

  @Get()
  @Needs('tickets:read')
  @ApiOperation({
    summary: 'List the tags of the newest tickets',
    description: `Up to ${LISTED_TAGS} tags that begin with a prefix, the most frequent first, for completion. Counts the newest ${COUNTED_TICKETS.toLocaleString('en')} tickets, once a minute at most, so a new tag may be missing for a minute.`,
  })
  @ApiOkResponse({ type: [TagCountDto], description: 'The tags.' })
  @ApiProblems(400, 503)
  async listTags(@Query() { prefix = '' }: ListTagsDto): Promise<TagCountDto[]> {
    return (await this.tags.withPrefix(toTag(prefix), LISTED_TAGS)).map(({ name, count }) => ({ name, count }));
  }
}
