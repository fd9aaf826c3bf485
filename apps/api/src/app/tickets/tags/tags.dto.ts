import { TAG_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined } from '../../platform/validation/query-values';
import { COUNTED_TICKETS } from './recent-tags';

/** The query string of the list of tags. */
export class ListTagsDto {
  @ApiProperty({
    required: false,
    maxLength: TAG_MAX_LENGTH,
    description: 'The beginning of the tags, in upper or lower case. All tags without it.',
    example: 're',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsText({ maxLength: TAG_MAX_LENGTH })
  prefix?: string;
}

/** A tag of the newest tickets, with its count. */
export class TagCountDto {
  @ApiProperty({ description: 'The tag.', example: 'refund' })
  name!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: `How many of the newest ${COUNTED_TICKETS.toLocaleString('en')} tickets have it.`,
    example: 12,
  })
  count!: number;
}
