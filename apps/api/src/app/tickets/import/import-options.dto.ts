import { TICKET_CATEGORIES, TICKET_PRIORITIES, type TicketCategory, type TicketPriority } from '@docket/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsOptional, IsTimeZone } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined, ToBoolean, ToRepeated } from '../../platform/validation/query-values';
import type { ImportOptions } from './import-options';
import { IsEncoding } from './is-encoding';
import { IsImportMap } from './is-import-map';
import { readImportMap } from './meaning/import-map';
import { DATE_ORDERS, type DateOrder } from './times/date-order';

/** Maximum number of `map` parameters. */
const MAX_MAPS = 100;

/** Maximum length of a `map` parameter, in code points. Column names in responses have at most 100. */
const MAP_MAX_LENGTH = 300;

/** Maximum length of the name of an encoding, in code points. */
const ENCODING_MAX_LENGTH = 40;

/** Parameters of an import: how to read the file, and defaults for empty fields. */
export class ImportOptionsDto {
  @ApiPropertyOptional({
    enum: TICKET_CATEGORIES,
    enumName: 'TicketCategory',
    description:
      'The category of rows that have none, or one that Docket does not know. Without it, such rows are rejected.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TICKET_CATEGORIES)
  default_category?: TicketCategory;

  @ApiPropertyOptional({
    enum: TICKET_PRIORITIES,
    enumName: 'TicketPriority',
    description:
      'The priority of rows that have none, or one that Docket does not know. Without it, such rows are rejected.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(TICKET_PRIORITIES)
  default_priority?: TicketPriority;

  @ApiPropertyOptional({
    enum: ['title'],
    description:
      'With `title`, the description of rows that have none is their title. Without it, such rows are rejected. A CSV file without a column of descriptions always uses the title.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(['title'])
  default_description?: 'title';

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', maxLength: MAP_MAX_LENGTH },
    maxItems: MAX_MAPS,
    description:
      'Corrects what Docket understood; may be repeated. `title=Short description` names the column of a field, `external_id=-` says that no column holds it. ' +
      '`priority.P1=critical` says what a word means, and `status.Unknown=-` that it counts as empty. Names and words match without case, accents, spaces and punctuation.',
    example: ['title=Short description', 'priority.P1=critical'],
  })
  @ToRepeated()
  @IsOptional()
  @ArrayMaxSize(MAX_MAPS, { message: `$property must be given at most ${MAX_MAPS} times` })
  @IsText({ maxLength: MAP_MAX_LENGTH }, { each: true })
  @IsImportMap({ each: true })
  map?: string[];

  @ApiPropertyOptional({
    description: 'The IANA time zone of times without a zone. Without it, rows with such times are rejected.',
    example: 'Europe/Berlin',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsTimeZone({ message: '$property must be the name of a time zone, like Europe/Berlin' })
  time_zone?: string;

  @ApiPropertyOptional({
    enum: DATE_ORDERS,
    enumName: 'DateOrder',
    description:
      'The order of day, month and year in dates like 03/04/2026. Without it, rows with an ambiguous date are rejected.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(DATE_ORDERS)
  date_order?: DateOrder;

  @ApiPropertyOptional({
    maxLength: ENCODING_MAX_LENGTH,
    description:
      'The encoding of the file, like `windows-1252`, `shift_jis` or `ibm850`. It has precedence over the `charset` of the media type. Without both, the encoding is found, and the response names it.',
    example: 'windows-1252',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsText({ maxLength: ENCODING_MAX_LENGTH })
  @IsEncoding()
  encoding?: string;

  @ApiPropertyOptional({
    description:
      'With `true`, or without a value, stores nothing: reads at most 1,000 rows and says how they were understood.',
  })
  @ToBoolean()
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  check?: boolean;

  @ApiPropertyOptional({
    description:
      'With `true`, or without a value, a check expects only the first part of a file: it leaves out a last row that no line break ends, because it may be cut off. An import ignores it.',
  })
  @ToBoolean()
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  partial?: boolean;
}

/** Converts valid parameters to options. */
export function toImportOptions(parameters: ImportOptionsDto): ImportOptions {
  const { default_category: category, default_priority: priority, default_description, map = [] } = parameters;
  return {
    defaults: { category, priority },
    titleIsDescription: default_description === 'title',
    map: readImportMap(map),
    timeZone: parameters.time_zone,
    dateOrder: parameters.date_order,
    encoding: parameters.encoding,
    isCheck: parameters.check ?? false,
    isPartial: parameters.partial ?? false,
  };
}
