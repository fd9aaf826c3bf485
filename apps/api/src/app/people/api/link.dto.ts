import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { ToBoolean } from '../../platform/validation/query-values';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { IsNewPassword } from '../passwords/is-password';

const LINK_KINDS = ['invite', 'reset'] as const;

/** Options of a new link. */
export class CreateLinkDto {
  @ApiPropertyOptional({
    description:
      'With `true`, or without a value, mails the link to the person. If that is not possible, the response has the link.',
  })
  @ToBoolean()
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  mail?: boolean;
}

/** A new link. The response is the only one that ever has it. */
export class CreatedLinkDto {
  @ApiProperty({
    format: 'uri',
    required: false,
    description:
      'The link. It lets its holder choose the password of the person, once. Absent if it was mailed: then only the person has it.',
    example: 'https://desk.example.com/set-password#k3Jt0',
  })
  url?: string;

  @ApiProperty({ description: 'Whether the person got the link by mail.', example: false })
  is_mailed!: boolean;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'When the link stops working.',
    example: '2026-11-28T09:31:00.000Z',
  })
  expires_at!: string;
}

/** A one-time link, and the password to set with it. */
export class UseLinkDto {
  @ApiProperty({ maxLength: 100, description: 'The token of the link: the part after `#`.', example: 'k3…' })
  @MaxLength(100)
  @IsString()
  token!: string;

  @ApiProperty({
    required: false,
    format: 'password',
    minLength: PASSWORD_MIN_LENGTH,
    maxLength: PASSWORD_MAX_LENGTH,
    description: 'The new password. Without it, the link stays unused.',
    example: 'green lantern over the quay',
  })
  @ValidateIfDefined()
  @IsNewPassword()
  password?: string;
}

/** The kind of a link, and the person whose password it sets. */
export class LinkDto {
  @ApiProperty({
    enum: LINK_KINDS,
    description: '`invite` for a person who has not accepted the invitation, `reset` for everyone else.',
    example: 'invite',
  })
  kind!: (typeof LINK_KINDS)[number];

  @ApiProperty({
    format: 'idn-email',
    description: 'The email address of the person.',
    example: 'ana.ruiz@desk.example',
  })
  email!: string;
}
