import { ROLES, type Role } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmailAddress } from '../../platform/validation/email-address';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { NAME_MAX_LENGTH, USER_PROPERTIES } from './user-properties';

/** A person to invite. */
export class InviteUserDto {
  @ApiProperty(USER_PROPERTIES.name)
  @OneLine()
  @IsText({ maxLength: NAME_MAX_LENGTH })
  name!: string;

  @ApiProperty(USER_PROPERTIES.email)
  @IsEmailAddress()
  email!: string;

  @ApiProperty(USER_PROPERTIES.role)
  @IsOneOf(ROLES)
  role!: Role;
}
