import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsEmailAddress } from '../../platform/validation/email-address';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { IsNewPassword } from '../passwords/is-password';

/** The first administrator. */
export class FirstAdministratorDto {
  @ApiProperty({ minLength: 1, maxLength: 100, description: 'The name of the person.', example: 'Priya Nair' })
  @OneLine()
  @IsText({ maxLength: 100 })
  name!: string;

  @ApiProperty({
    format: 'idn-email',
    maxLength: 254,
    description: 'The email address.',
    example: 'priya.nair@desk.example',
  })
  @IsEmailAddress()
  email!: string;

  @ApiProperty({
    format: 'password',
    minLength: PASSWORD_MIN_LENGTH,
    maxLength: PASSWORD_MAX_LENGTH,
    description: 'A new password. A sentence is fine; it needs no digits, signs or capitals.',
    example: 'green lantern over the quay',
  })
  @IsNewPassword()
  password!: string;
}

/** The first administrator, with the link that makes them. */
export class SetUpDto extends FirstAdministratorDto {
  @ApiProperty({ maxLength: 100, description: 'The token of the link: the part after `#`.', example: 'k3…' })
  @MaxLength(100)
  @IsString()
  token!: string;
}
