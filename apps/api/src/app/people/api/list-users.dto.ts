import { ROLES, type Role } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsListOf } from '../../platform/validation/is-list-of';
import { IsText } from '../../platform/validation/is-text';
import { EmptyToUndefined, ToList } from '../../platform/validation/query-values';
import { USER_STATES, type UserState } from '../model/user.entity';

/** Maximum length of a search, in Unicode code points. */
const SEARCH_MAX_LENGTH = 200;

/** The query string of the list of users. Empty values are ignored; all filters combine. */
export class ListUsersDto {
  @ApiProperty({
    required: false,
    maxLength: SEARCH_MAX_LENGTH,
    description: 'Finds text in the name or the email address, in any case.',
    example: 'ana',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsText({ maxLength: SEARCH_MAX_LENGTH, mayBeBlank: true })
  search?: string;

  @ApiProperty({
    required: false,
    isArray: true,
    enum: [...ROLES],
    enumName: 'Role',
    description: 'Only users with these roles, comma-separated or repeated.',
    example: ['admin'],
  })
  @ToList()
  @IsOptional()
  @IsListOf(ROLES)
  role?: Role[];

  @ApiProperty({
    required: false,
    isArray: true,
    enum: [...USER_STATES],
    enumName: 'UserState',
    description: 'Only users in these states, comma-separated or repeated.',
    example: ['active'],
  })
  @ToList()
  @IsOptional()
  @IsListOf(USER_STATES)
  state?: UserState[];
}
