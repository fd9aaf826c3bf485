import { ApiProperty } from '@nestjs/swagger';
import type { TextsReport } from '../quality/texts-report';
import { COUNT, MeasuredDto, orNull } from './measured.dto';
import { CostDto } from './model-use.dto';

export class EditsDto {
  @ApiProperty({ ...COUNT, description: 'Sent drafts whose client said how many words differ.', example: 61 })
  n!: number;

  @ApiProperty(
    orNull({
      ...COUNT,
      description: 'Half of them differ by at most this number of words; null below 30 cases.',
      example: 7,
    }),
  )
  median!: number | null;
}

/** Summaries and drafted replies. `provider` and `field` do not matter: all are from the language model. */
export class TextsQualityDto implements TextsReport {
  @ApiProperty({ ...COUNT, description: 'Requests for a summary or a draft.', example: 144 })
  asked!: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Requests without a text: the model gave none, nobody waited for it, or most of its quotes were not in the conversation.',
    example: 9,
  })
  refused!: number;

  @ApiProperty({ ...COUNT, description: 'Written summaries.', example: 51 })
  summaries!: number;

  @ApiProperty({ ...COUNT, description: 'Written drafts.', example: 84 })
  drafts!: number;

  @ApiProperty({ type: MeasuredDto, description: 'Of the written drafts, those that a sent reply began as.' })
  sent!: MeasuredDto;

  @ApiProperty({ type: EditsDto, description: 'How much people changed drafts before they sent them.' })
  edits!: EditsDto;

  @ApiProperty({ type: CostDto, description: 'Calls to the model. They are not part of the cost of suggestions.' })
  cost!: CostDto;
}
