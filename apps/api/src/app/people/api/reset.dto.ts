import { ApiProperty } from '@nestjs/swagger';
import { IsEmailAddress } from '../../platform/validation/email-address';

/** The email address of a person who forgot their password. */
export class ResetDto {
  @ApiProperty({
    format: 'idn-email',
    maxLength: 254,
    description: 'The email address.',
    example: 'priya.nair@desk.example',
  })
  @IsEmailAddress()
  email!: string;
}
