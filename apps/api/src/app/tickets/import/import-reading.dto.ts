import { PROPERTY_NAMES, type PropertyName } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IMPORT_FIELDS, type ImportField, NAME_MAX_LENGTH } from '@docket/import-rows';

/** The detected format of a file. */
export class ImportFormatDto {
  @ApiProperty({ enum: ['ndjson', 'csv', 'json'], description: 'The format of the rows.', example: 'csv' })
  format!: 'ndjson' | 'csv' | 'json';

  @ApiProperty({ description: 'The encoding, by its name on the web.', example: 'windows-1252' })
  encoding!: string;

  @ApiProperty({ description: 'Whether Docket guessed the encoding from the text.', example: true })
  encoding_guessed!: boolean;

  @ApiProperty({ required: false, description: 'What separates the values of CSV.', example: ';' })
  separator?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 2,
    description: 'The line of the header row of CSV, if other lines precede it, such as the name of a report.',
    example: 4,
  })
  header_line?: number;
}

/** A column of CSV, or a name in JSON rows. */
export class ImportColumnDto {
  @ApiProperty({ description: 'Its name in the file.', maxLength: NAME_MAX_LENGTH, example: 'Short description' })
  name!: string;

  @ApiProperty({
    required: false,
    enum: IMPORT_FIELDS,
    enumName: 'ImportField',
    description: 'The field that it fills. Absent if it is ignored.',
    example: 'title',
  })
  field?: ImportField;

  @ApiProperty({
    enum: ['name', 'synonym', 'map', 'unknown', 'other_column_used', 'repeated'],
    description:
      'Why: it has the name of the field, a synonym, or a `map` parameter names it. If it is ignored: its name is `unknown`, another column fits the field better, or it repeats a column.',
    example: 'synonym',
  })
  reason!: 'name' | 'synonym' | 'map' | 'unknown' | 'other_column_used' | 'repeated';
}

/** A word that rows use as a category, priority or status. */
export class ImportWordDto {
  @ApiProperty({ enum: PROPERTY_NAMES, description: 'The property.', example: 'priority' })
  property!: PropertyName;

  @ApiProperty({ description: 'The word in the file.', maxLength: NAME_MAX_LENGTH, example: '1 - Critical' })
  word!: string;

  @ApiProperty({
    required: false,
    description: 'The label that it became. Absent if rows with this word are rejected.',
    example: 'critical',
  })
  label?: string;

  @ApiProperty({
    enum: ['name', 'synonym', 'map', 'default', 'rejected'],
    description:
      'Why: it is the name of the label, a synonym, a `map` parameter names it, or it is not known and the default is used.',
    example: 'synonym',
  })
  reason!: 'name' | 'synonym' | 'map' | 'default' | 'rejected';

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The number of rows that use it.', example: 48 })
  rows!: number;
}

/** Number of rows whose field got a default, because it was empty or not known. */
export class ImportDefaultedDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 0 })
  category!: number;

  @ApiProperty({ type: 'integer', minimum: 0, example: 12 })
  priority!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Only rows with a word that is not known.', example: 0 })
  status!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows whose description is their title.', example: 3 })
  description!: number;
}

/** Number of rows that were imported without a value that they contain. */
export class ImportLeftOutDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Rows that name their requester without an email address. Their tickets have no requester.',
    example: 4,
  })
  requester!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Rows whose assignee is not one of `GET /api/assignees`, or whose name several of them have.',
    example: 2,
  })
  assignee!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Rows whose team does not exist.', example: 0 })
  team!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Rows with more than 10 tags, or one that is longer than 40 characters.',
    example: 0,
  })
  tags!: number;
}

/** The interpretation of a file: its format, columns, words and adjustments. */
export class ImportReadingDto {
  @ApiProperty()
  file!: ImportFormatDto;

  @ApiProperty({
    type: [ImportColumnDto],
    maxItems: 200,
    description: 'The columns in the order of the file: all that fill a field, and the first others.',
  })
  columns!: ImportColumnDto[];

  @ApiProperty({ type: [ImportWordDto], maxItems: 200, description: 'The first 200 words, in the order of the file.' })
  words!: ImportWordDto[];

  @ApiProperty()
  defaulted!: ImportDefaultedDto;

  @ApiProperty()
  left_out!: ImportLeftOutDto;
}
