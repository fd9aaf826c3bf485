import { DESCRIPTION_MAX_LENGTH, TITLE_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmailAddress } from '../../platform/validation/email-address';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { Trim } from '../../platform/validation/trim';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { TICKET_PROPERTIES } from '../../tickets';

/** Maximum length of a requester's name, in code points. */
const NAME_MAX_LENGTH = 100;

/** A ticket from a person without an account. */
export class NewRequestDto {
  @ApiProperty(TICKET_PROPERTIES.title)
  @Trim()
  @IsText({ maxLength: TITLE_MAX_LENGTH })
  title!: string;

  @ApiProperty(TICKET_PROPERTIES.description)
  @IsText({ maxLength: DESCRIPTION_MAX_LENGTH })
  description!: string;

  @ApiProperty({
    format: 'idn-email',
    maxLength: 254,
    description: 'Where the answer goes.',
    example: 'jo@example.com',
  })
  @IsEmailAddress()
  email!: string;

  @ApiProperty({
    required: false,
    minLength: 1,
    maxLength: NAME_MAX_LENGTH,
    description: 'The name of the person.',
    example: 'Jo Park',
  })
  @ValidateIfDefined()
  @OneLine()
  @IsText({ maxLength: NAME_MAX_LENGTH })
  name?: string;
}

/** A request that was filed. */
export class AcceptedRequestDto {
  @ApiProperty({
    pattern: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$',
    description: 'What the person names when they ask about the request.',
    example: '7K3M-9QXT-2MVB',
  })
  reference!: string;
}
