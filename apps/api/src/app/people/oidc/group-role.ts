import { ROLES, type Role } from '@docket/domain';
import type { OidcOptions } from '../../platform/config/oidc-settings';
import type { ProviderPerson } from './provider-claims';
import { SignOnRefused } from './sign-on-refused';

/** The role that groups give, and which of them do. */
export interface GroupRole {
  readonly role: Role;
  readonly groups: readonly string[];
}

/**
 * The role of a person at the provider: the highest one of their groups, or else the default one.
 * @throws SignOnRefused if the provider does not name the groups, or if no role remains
 */
export function groupRoleOf({ groups }: ProviderPerson, { roles, defaultRole }: OidcOptions): GroupRole {
  if (roles.size > 0 && !groups) throw new SignOnRefused('groups-missing');
  const given = [...roles].filter(([group]) => groups?.includes(group));
  const role = ROLES.find((each) => given.some(([, one]) => one === each)) ?? defaultRole;
  if (!role) throw new SignOnRefused('no-role');
  return { role, groups: given.map(([group]) => group) };
}
