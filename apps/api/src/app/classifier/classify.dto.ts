import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import { IsText } from '../platform/validation/is-text';
import { Trim } from '../platform/validation/trim';
import { ValidateIfDefined } from '../platform/validation/validate-if-defined';

/** The text to classify, validated like a ticket's. The title may be missing or empty: the client classifies while the user is typing. */
export class ClassifyDto {
  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty({ ...TICKET_PROPERTIES.title, minLength: 0, required: false })
  @ValidateIfDefined()
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH, mayBeBlank: true })
  title?: string;
}
