import type { Role } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { UserState } from '../model/user.entity';
import { SELECT_USERS, type UserRow } from './user-row';

/** Maximum number of users in the list. Larger teams use the search. */
export const MAX_LISTED_USERS = 1_000;

/** The filter of the list. Absent values match all users. */
export interface UserFilter {
  /** Text in the name or the email address. */
  readonly search?: string;
  readonly role?: readonly Role[];
  readonly state?: readonly UserState[];
}

/** The first users that match a filter. */
export interface ListedUsers {
  readonly users: readonly UserRow[];
  /** The number of users that match. */
  readonly total: number;
}

/** `position` instead of LIKE: the search has no wildcards. */
const MATCHING = `
  WHERE position(lower($1) IN lower(name || ' ' || coalesce(email, ''))) > 0
    AND ($2::text[] IS NULL OR role = ANY ($2))
    AND ($3::text[] IS NULL OR state = ANY ($3))`;

const LIST = `${SELECT_USERS} ${MATCHING}
  ORDER BY state = 'deactivated', kind, lower(name), id LIMIT ${MAX_LISTED_USERS}`;

/** Lists users. */
@Injectable()
export class UserList {
  constructor(private readonly transactions: Transactions) {}

  /** People before services, deactivated users last, and by name. */
  find({ search = '', role, state }: UserFilter): Promise<ListedUsers> {
    const parameters = [search, role ?? null, state ?? null];
    return this.transactions.run(async (manager) => {
      const users = await manager.query<UserRow[]>(LIST, parameters);
      const [{ total }] = await manager.query<[{ total: number }]>(
        `SELECT count(*)::int AS total FROM users ${MATCHING}`,
        parameters,
      );
      return { users, total };
    }, 'REPEATABLE READ');
  }
}
