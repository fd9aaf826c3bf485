import type { UserState } from '@docket/contract';
import { ROLES, type Role, oneOf } from '@docket/domain';

export type { UserState };

/** States of users, in the order of the filter's options. */
export const USER_STATES = ['active', 'invited', 'deactivated'] as const satisfies readonly UserState[];

/** Filter of the list of users. Empty values match all. */
export interface UserFilter {
  readonly search: string;
  readonly role: readonly Role[];
  readonly state: readonly UserState[];
}

export const ALL_USERS: UserFilter = { search: '', role: [], state: [] };

/** Query parameters of the filter. `null` removes a parameter from the URL. */
export type UserParams = Readonly<Record<keyof UserFilter, string | null>>;

/** Parses the filter from query parameters. Ignores unknown values. */
export function readUserFilter(params: Partial<Record<keyof UserFilter, string>>): UserFilter {
  return {
    search: params.search ?? '',
    role: listIn(params.role, ROLES),
    state: listIn(params.state, USER_STATES),
  };
}

export function toUserParams({ search, role, state }: UserFilter): UserParams {
  return { search: search || null, role: role.join(',') || null, state: state.join(',') || null };
}

export function isSameFilter(one: UserFilter, other: UserFilter): boolean {
  return JSON.stringify(toUserParams(one)) === JSON.stringify(toUserParams(other));
}

function listIn<T extends string>(value: string | undefined, options: readonly T[]): readonly T[] {
  return (value ?? '').split(',').flatMap((text) => oneOf(options, text) ?? []);
}
