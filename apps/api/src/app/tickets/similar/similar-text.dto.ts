import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmailAddress } from '../../platform/validation/email-address';
import { IsText } from '../../platform/validation/is-text';
import { Trim } from '../../platform/validation/trim';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { TICKET_PROPERTIES } from '../api/ticket-properties';

/** The text of a ticket that is not filed yet, validated like a ticket's. The title may be missing or empty. */
export class SimilarTextDto {
  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty({ ...TICKET_PROPERTIES.title, minLength: 0, required: false })
  @ValidateIfDefined()
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH, mayBeBlank: true })
  title?: string;

  @ApiProperty({
    required: false,
    format: 'idn-email',
    maxLength: 254,
    description: 'Who asks for help. Their tickets of the last 7 days come first.',
    example: 'nora@example.com',
  })
  @ValidateIfDefined()
  @IsEmailAddress()
  requester_email?: string;
}
