import type { Role } from '@docket/domain';
import {
  ConflictException,
  HttpStatus,
  Injectable,
  NotFoundException,
  PreconditionFailedException,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { Client } from '../client';
import type { UserState } from '../model/user.entity';
import { EMAIL_TAKEN, LAST_ADMIN, ROLE_MANAGED } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import { Sessions } from '../sessions/sessions';
import { AccessEnd } from './access-end';
import { IS_ADMINISTRATOR, SELECT_USERS, type UserRow } from './user-row';

/** A person to invite. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Changes to a user. Absent fields stay as they are. */
export interface UserChanges {
  readonly name?: string;
  readonly role?: Role;
  /** `active` also stands for `invited`: such a person becomes active by accepting. */
  readonly state?: Exclude<UserState, 'invited'>;
}

/** The administrator who changes a user, and the client of the request. */
export interface Administrator {
  readonly actorId: number;
  readonly client: Client;
}

/**
 * Locks a user and all administrators, in the order of their ids. Of two administrators who demote each other at once, the second
 * one waits here, and then finds the other one demoted.
 */
const LOCK = `SELECT id FROM users WHERE id = $1 OR ${IS_ADMINISTRATOR} ORDER BY id FOR NO KEY UPDATE`;

/** Invites people, and changes users. */
@Injectable()
export class UsersService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly accessEnd: AccessEnd,
    private readonly securityLog: SecurityLog,
  ) {}

  /** @throws ProblemException if a user has the email address */
  invite({ name, email, role }: Invitation, { actorId, client }: Administrator): Promise<UserRow> {
    return this.transactions.run(async (manager) => {
      const [invited] = await manager.query<{ id: number }[]>(
        `INSERT INTO users (name, email, role, state) VALUES ($1, $2, $3, 'invited')
         ON CONFLICT (lower(email)) DO NOTHING RETURNING id`,
        [name, email, role],
      );
      if (!invited) throw new ProblemException(HttpStatus.CONFLICT, EMAIL_TAKEN, 'Another user has this email address');
      await this.securityLog.record(manager, 'user_invited', client, {
        actorId,
        userId: invited.id,
        details: { role },
      });
      return readUser(manager, invited.id);
    });
  }

  /**
   * Changes a user. A deactivation ends all access of the person for good. Another role counts from the next request on.
   * @param versions the versions that may be changed; undefined for any
   * @throws NotFoundException if the user does not exist
   * @throws PreconditionFailedException if the user has another version
   * @throws ProblemException if no administrator would remain, or if the identity provider manages the role
   */
  change(
    id: number,
    changes: UserChanges,
    administrator: Administrator,
    versions?: readonly number[],
  ): Promise<UserRow> {
    return this.transactions.run(async (manager) => {
      await manager.query(LOCK, [id]);
      const user = await readUser(manager, id);
      if (versions && !versions.includes(user.version)) {
        throw new PreconditionFailedException(`User ${id} has changed since it was read`);
      }
      const { name = user.name, role = user.role } = changes;
      const state = nextState(user, changes.state);
      const after = { name, role, state };
      if (name === user.name && role === user.role && state === user.state) return user;
      requirePermitted(user, after, this.settings.groupsGiveRoles);
      await manager.query('UPDATE users SET name = $2, role = $3, state = $4, version = version + 1 WHERE id = $1', [
        id,
        name,
        role,
        state,
      ]);
      // Also at the reactivation: a sign-in that ran during the deactivation may have left a session.
      if (state === 'deactivated' || user.state === 'deactivated') await this.accessEnd.endAll(manager, id);
      this.sessions.refresh(id);
      await this.recordChanges(manager, user, after, administrator);
      return readUser(manager, id);
    });
  }

  /**
   * Signs a person out everywhere.
   * @throws NotFoundException if the user does not exist
   */
  endSessions(id: number, { actorId, client }: Administrator): Promise<void> {
    return this.transactions.run(async (manager) => {
      await readUser(manager, id);
      const sessions = await this.sessions.endAll(manager, id);
      await this.securityLog.record(manager, 'sessions_ended', client, { actorId, userId: id, details: { sessions } });
    });
  }

  private async recordChanges(
    manager: EntityManager,
    from: UserRow,
    to: Pick<UserRow, 'name' | 'role' | 'state'>,
    { actorId, client }: Administrator,
  ): Promise<void> {
    const changed = [
      ['user_renamed', from.name, to.name],
      ['role_changed', from.role, to.role],
      [to.state === 'deactivated' ? 'user_deactivated' : 'user_reactivated', from.state, to.state],
    ] as const;
    for (const [event, before, after] of changed) {
      if (before === after) continue;
      const details = { from: before, to: after };
      await this.securityLog.record(manager, event, client, { actorId, userId: from.id, details });
    }
  }
}

/** @throws NotFoundException if the user does not exist */
export async function readUser(manager: EntityManager, id: number): Promise<UserRow> {
  const [user] = await manager.query<UserRow[]>(`${SELECT_USERS} WHERE id = $1`, [id]);
  if (!user) throw new NotFoundException(`User ${id} does not exist`);
  return user;
}

/** Reactivated people who have no way to sign in are invited again. */
function nextState(user: UserRow, state: UserChanges['state']): UserState {
  if (state === undefined || state === 'deactivated') return state ?? user.state;
  if (user.state !== 'deactivated') return user.state;
  return user.hasPassword || user.hasIdentity || user.kind === 'service' ? 'active' : 'invited';
}

function requirePermitted(
  user: UserRow,
  { role, state }: Pick<UserRow, 'role' | 'state'>,
  groupsGiveRoles: boolean,
): void {
  if (user.kind === 'service' && user.state === 'deactivated' && state === 'active') {
    throw new ConflictException('A deactivated service stays deactivated. Create another one');
  }
  if (user.isLastAdministrator && (role !== 'admin' || state !== 'active')) {
    throw new ProblemException(
      HttpStatus.CONFLICT,
      LAST_ADMIN,
      'This is the last administrator. Make another person an administrator first',
    );
  }
  if (groupsGiveRoles && user.managedBy === 'oidc' && role !== user.role) {
    throw new ProblemException(HttpStatus.CONFLICT, ROLE_MANAGED, 'The identity provider decides about this role');
  }
}
