import { ROLES, type Role } from '@docket/domain';
import type { OidcOptions } from '../../platform/config/oidc-settings';
import type { ProviderPerson } from './provider-claims';
import { SignOnRefused } from './sign-on-refused';

/** The role that groups give, and which of them do. */
export interface GroupRole {
  /** Undefined if no group gives one, and there is no default. */
  readonly role: Role | undefined;
  readonly groups: readonly string[];
}

/**
 * The role of a person at the provider: the highest one of their groups, or else the default one.
 * @throws SignOnRefused if the provider does not name the groups
 */
export function groupRoleOf({ groups }: ProviderPerson, { roles, defaultRole }: OidcOptions): GroupRole {
  if (roles.size > 0 && !groups) throw new SignOnRefused('groups-missing');
  const given = [...roles].filter(([group]) => groups?.includes(group));
  const role = ROLES.find((each) => given.some(([, one]) => one === each)) ?? defaultRole;
  return { role, groups: given.map(([group]) => group) };
}
