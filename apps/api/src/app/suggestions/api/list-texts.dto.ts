import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined } from '../../platform/validation/query-values';
import {
  TEXT_KINDS,
  TEXT_PRICINGS,
  TEXT_RESULT_NAMES,
  type TextKind,
  type TextPricing,
  type TextResult,
} from '../list/text-filter';
import { ListSuggestionsDto } from './list-suggestions.dto';

/** The query string of the list of summaries and drafts. Empty values are ignored; all filters combine. */
export class ListTextsDto extends PickType(ListSuggestionsDto, ['from', 'to', 'team', 'limit', 'cursor']) {
  @ApiProperty({
    required: false,
    enum: TEXT_KINDS,
    enumName: 'TextKind',
    description: 'Only requests for a summary, or for a drafted reply.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TEXT_KINDS)
  kind?: TextKind;

  @ApiProperty({
    required: false,
    enum: TEXT_RESULT_NAMES,
    enumName: 'TextResult',
    description:
      'Only requests with a text (`written`) or without one (`refused`). Or only drafts with which a sent reply began (`sent`), or those of them whose number of changed words is known (`measured`). With `kind`, they are the cases of `texts` in the quality report.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TEXT_RESULT_NAMES)
  result?: TextResult;

  @ApiProperty({
    required: false,
    enum: TEXT_PRICINGS,
    enumName: 'TextPricing',
    description:
      'Only requests with a paid call whose cost is known (`priced`) or unknown (`unpriced`): those of `texts.cost` in the quality report.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TEXT_PRICINGS)
  call?: TextPricing;
}
