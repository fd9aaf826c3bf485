import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { TICKET_PROPERTIES } from '../tickets';
import { IsText } from '../platform/validation/is-text';
import { MayBeAbsent } from '../platform/validation/may-be-absent';
import { Trim } from '../platform/validation/trim';

/** The text to suggest labels for: a ticket's, by the ticket's rules, though its title may not be written yet. */
export class ClassifyDto {
  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty({ ...TICKET_PROPERTIES.title, minLength: 0, required: false })
  @MayBeAbsent()
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH, mayBeBlank: true })
  title?: string;
}
