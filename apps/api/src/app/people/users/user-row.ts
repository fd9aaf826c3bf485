import type { Role } from '@docket/domain';
import type { UserKind, UserState } from '../model/user.entity';

/** A user as the driver returns it, with times as RFC 3339 text (platform/database/times-as-text.ts). */
export interface UserRow {
  readonly id: number;
  readonly kind: UserKind;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly state: UserState;
  readonly managedBy: 'local' | 'oidc';
  readonly hasPassword: boolean;
  /** Whether single sign-on signs the person in. */
  readonly hasIdentity: boolean;
  /** Whether the user is the only administrator. */
  readonly isLastAdministrator: boolean;
  readonly lastSeenAt: string | null;
  readonly invitationExpiresAt: string | null;
  readonly createdAt: string;
  readonly version: number;
}

/** The condition for administrators: active people with the role. A service cannot manage people. */
export const IS_ADMINISTRATOR = `role = 'admin' AND state = 'active' AND kind = 'person'`;

/** Selects {@link UserRow}s. The conditions follow. */
export const SELECT_USERS = `
  SELECT id, kind, name, email, role, state, managed_by AS "managedBy", version, created_at AS "createdAt",
    password_hash IS NOT NULL AS "hasPassword",
    EXISTS (SELECT FROM identities WHERE user_id = users.id) AS "hasIdentity",
    (${IS_ADMINISTRATOR}) AND (SELECT count(*) FROM users WHERE ${IS_ADMINISTRATOR}) = 1 AS "isLastAdministrator",
    greatest(last_seen_at, (SELECT max(seen_at) FROM sessions WHERE user_id = users.id)) AS "lastSeenAt",
    (SELECT max(expires_at) FROM one_time_links WHERE user_id = users.id AND kind = 'invite') AS "invitationExpiresAt"
  FROM users`;
