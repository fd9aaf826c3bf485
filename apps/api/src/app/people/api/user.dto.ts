import type { Role } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { UserKind, UserState } from '../model/user.entity';
import type { UserRow } from '../users/user-row';
import { USER_PROPERTIES } from './user-properties';

/** A user. */
export class UserDto {
  @ApiProperty(USER_PROPERTIES.id)
  id!: number;

  @ApiProperty(USER_PROPERTIES.kind)
  kind!: UserKind;

  @ApiProperty(USER_PROPERTIES.name)
  name!: string;

  @ApiProperty({ ...USER_PROPERTIES.email, required: false })
  email?: string;

  @ApiProperty(USER_PROPERTIES.role)
  role!: Role;

  @ApiProperty(USER_PROPERTIES.state)
  state!: UserState;

  @ApiProperty(USER_PROPERTIES.methods)
  methods!: ('password' | 'oidc')[];

  @ApiProperty({ ...USER_PROPERTIES.last_seen_at, required: false })
  last_seen_at?: string;

  @ApiProperty({ ...USER_PROPERTIES.invitation_expires_at, required: false })
  invitation_expires_at?: string;

  @ApiProperty(USER_PROPERTIES.is_last_admin)
  is_last_admin!: boolean;

  @ApiProperty(USER_PROPERTIES.role_is_managed)
  role_is_managed!: boolean;

  @ApiProperty(USER_PROPERTIES.created_at)
  created_at!: string;

  @ApiProperty(USER_PROPERTIES.version)
  version!: number;
}

/** Lists the fields one by one, so that a new column stays inside. */
export function toUserDto(user: UserRow, groupsGiveRoles: boolean): UserDto {
  return {
    id: user.id,
    kind: user.kind,
    name: user.name,
    ...(user.email !== null && { email: user.email }),
    role: user.role,
    state: user.state,
    methods: [...(user.hasPassword ? ['password' as const] : []), ...(user.hasIdentity ? ['oidc' as const] : [])],
    ...(user.lastSeenAt !== null && { last_seen_at: user.lastSeenAt }),
    ...(user.invitationExpiresAt !== null && { invitation_expires_at: user.invitationExpiresAt }),
    is_last_admin: user.isLastAdministrator,
    role_is_managed: groupsGiveRoles && user.managedBy === 'oidc',
    created_at: user.createdAt,
    version: user.version,
  };
}
