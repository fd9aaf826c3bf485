import type { Role } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../platform/config/settings';
import type { Client } from '../client';
import type { User } from '../model/user.entity';
import { SecurityLog } from '../security-log';
import { IS_ADMINISTRATOR } from '../users/user-row';
import { groupRoleOf } from './group-role';
import type { ProviderPerson } from './provider-claims';
import { SignOnRefused } from './sign-on-refused';

/**
 * Locks a user and all administrators in the order of their ids, as a change by an administrator does. Of two who are demoted at once,
 * the second one waits here.
 */
const LOCK = `SELECT id FROM users WHERE id = $1 OR ${IS_ADMINISTRATOR} ORDER BY id FOR NO KEY UPDATE`;

/** Somebody else who can manage people. */
const OTHERS = `SELECT EXISTS (SELECT FROM users WHERE ${IS_ADMINISTRATOR} AND id <> $1) AS "exists"`;

/** The role with the fewest permissions. */
const LOWEST_ROLE: Role = 'viewer';

/** Gives people the role of their groups at each sign-in. */
@Injectable()
export class RoleFromGroups {
  constructor(
    private readonly settings: Settings,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Changes the role if the provider manages it. The last administrator keeps it, also without any group: nobody could give it
   * back.
   * @returns the groups that gave the role
   * @throws SignOnRefused if the provider does not name the groups, or if no role remains
   */
  async apply(
    manager: EntityManager,
    { id, managedBy }: User,
    person: ProviderPerson,
    client: Client,
  ): Promise<readonly string[]> {
    const { oidc: options } = this.settings;
    if (managedBy !== 'oidc' || !options?.roles.size) return [];
    const { role, groups } = groupRoleOf(person, options);
    const isKept = !(await this.change(manager, id, role ?? LOWEST_ROLE, client));
    if (!role && !isKept) throw new SignOnRefused('no-role');
    return groups;
  }

  /** Sets the lowest role after the loss of the last group that gave one. Such a person no longer counts as an administrator. */
  async takeAway(manager: EntityManager, id: number, client: Client): Promise<void> {
    await this.change(manager, id, LOWEST_ROLE, client);
  }

  /** Returns false if the last administrator keeps the role. */
  private async change(manager: EntityManager, id: number, to: Role, client: Client): Promise<boolean> {
    await manager.query(LOCK, [id]);
    const [{ role: from }] = await manager.query<[Pick<User, 'role'>]>('SELECT role FROM users WHERE id = $1', [id]);
    if (from === to) return true;
    const about = { userId: id, details: { from, to, by: 'groups' } };
    if (from === 'admin' && !(await hasOthers(manager, id))) {
      await this.securityLog.record(manager, 'last_admin_kept', client, about);
      return false;
    }
    await manager.query('UPDATE users SET role = $2, version = version + 1 WHERE id = $1', [id, to]);
    await this.securityLog.record(manager, 'role_changed', client, about);
    return true;
  }
}

async function hasOthers(manager: EntityManager, id: number): Promise<boolean> {
  const [others] = await manager.query<[{ exists: boolean }]>(OTHERS, [id]);
  return others.exists;
}
