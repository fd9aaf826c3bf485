import { ROLES, type Role } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import { NAME_MAX_LENGTH, USER_PROPERTIES } from './user-properties';

const STATES = ['active', 'deactivated'] as const;

/** Changes to a user. Absent fields stay as they are; `null` is rejected. */
export class ChangeUserDto {
  @ApiProperty({ ...USER_PROPERTIES.name, required: false })
  @ValidateIfDefined()
  @OneLine()
  @IsText({ maxLength: NAME_MAX_LENGTH })
  name?: string;

  @ApiProperty({ ...USER_PROPERTIES.role, required: false })
  @ValidateIfDefined()
  @IsOneOf(ROLES)
  role?: Role;

  @ApiProperty({
    required: false,
    enum: STATES,
    description:
      '`deactivated` ends all sessions and links. `active` reverses that; people who never had a password are invited again.',
    example: 'deactivated',
  })
  @ValidateIfDefined()
  @IsOneOf(STATES)
  state?: (typeof STATES)[number];
}
