import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OidcOptions } from '../../platform/config/oidc-settings';
import { Settings } from '../../platform/config/settings';
import type { Client } from '../client';
import { Identity } from '../model/identity.entity';
import { User } from '../model/user.entity';
import { SecurityLog } from '../security-log';
import { AccessEnd } from '../users/access-end';
import { groupRoleOf } from './group-role';
import type { ProviderPerson } from './provider-claims';
import { RoleFromGroups } from './role-from-groups';
import { SignOnRefused } from './sign-on-refused';

/** Serializes the sign-ins of an identity, so that two concurrent first ones create one user. */
const LOCK_IDENTITY = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7240012))';

/** Returns no row if another user has the email address. */
const CREATE_USER = `
  INSERT INTO users (name, email, role, state, managed_by) VALUES ($1, $2, $3, 'active', $4)
  ON CONFLICT (lower(email)) DO NOTHING RETURNING id`;

/** Maps identities of the provider to users. The key is (issuer, subject): names and email addresses change hands. */
@Injectable()
export class OidcAccounts {
  constructor(
    private readonly settings: Settings,
    private readonly roles: RoleFromGroups,
    private readonly accessEnd: AccessEnd,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Finds the user of an identity, or makes one, in the caller's transaction.
   * @returns the id of the user
   * @throws SignOnRefused for someone who may not sign in
   */
  async findOrCreate(manager: EntityManager, person: ProviderPerson, client: Client): Promise<number> {
    const { oidc: options } = this.settings;
    if (!options) throw new SignOnRefused('provider-error');
    await manager.query(LOCK_IDENTITY, [`${person.issuer} ${person.subject}`]);
    return (await this.find(manager, person, client))?.id ?? (await this.create(manager, person, options, client));
  }

  /**
   * Finds the user of an identity, and gives them the role of their groups, in the caller's transaction.
   * @throws SignOnRefused for someone who may not sign in
   */
  async find(manager: EntityManager, person: ProviderPerson, client: Client): Promise<User | undefined> {
    const user = await findUser(manager, person);
    if (!user) return undefined;
    if (user.state !== 'active') throw new SignOnRefused('deactivated');
    const groups = await this.roles.apply(manager, user, person, client);
    const { issuer, subject, email = null } = person;
    await manager.update(Identity, { issuer, subject }, { email, groups: [...groups] });
    return user;
  }

  /**
   * Links an identity to a signed-in person, in the caller's transaction.
   * @throws SignOnRefused if it is another person's, or if the person has another one
   */
  async link(manager: EntityManager, person: ProviderPerson, userId: number, client: Client): Promise<void> {
    await manager.query(LOCK_IDENTITY, [`${person.issuer} ${person.subject}`]);
    const user = await findUser(manager, person);
    if (user?.id === userId) return;
    if (user) throw new SignOnRefused('already-linked');
    await this.insertIdentity(manager, person, userId, []);
    const details = { issuer: person.issuer, by: 'person' };
    await this.securityLog.record(manager, 'identity_linked', client, { actorId: userId, userId, details });
  }

  /**
   * Takes role and access from a person who has lost the last group that gives a role, in the caller's transaction. Their account
   * stays active: with a new group, they sign in again.
   */
  async endAccess(manager: EntityManager, person: ProviderPerson, client: Client): Promise<void> {
    const user = await findUser(manager, person);
    if (user?.managedBy !== 'oidc') return;
    await this.roles.takeAway(manager, user.id, client);
    const { sessions, tokens } = await this.accessEnd.endAll(manager, user.id);
    if (!sessions && !tokens) return;
    const about = { userId: user.id, details: { sessions, tokens, by: 'groups' } };
    await this.securityLog.record(manager, 'sessions_ended', client, about);
  }

  private async create(
    manager: EntityManager,
    person: ProviderPerson,
    options: OidcOptions,
    client: Client,
  ): Promise<number> {
    const { name, email, issuer } = person;
    if (!email) throw new SignOnRefused('email-missing');
    if (person.isEmailVerified === false) throw new SignOnRefused('email-not-verified');
    const namesake = await manager.findOneBy(User, { email });
    if (namesake) return this.linkByEmail(manager, person, namesake, options, client);
    const { role, groups } = groupRoleOf(person, options);
    if (!role) throw new SignOnRefused('no-role');
    const managedBy = options.roles.size > 0 ? 'oidc' : 'local';
    const [created] = await manager.query<{ id: number }[]>(CREATE_USER, [name, email, role, managedBy]);
    if (!created) throw new SignOnRefused('email-taken');
    await this.insertIdentity(manager, person, created.id, groups);
    const details = { issuer, role };
    await this.securityLog.record(manager, 'user_provisioned', client, { userId: created.id, details });
    return created.id;
  }

  /** Links only by a verified address, and never to an administrator: the operator of a mail server could become one. */
  private async linkByEmail(
    manager: EntityManager,
    person: ProviderPerson,
    user: User,
    { linkByEmail }: OidcOptions,
    client: Client,
  ): Promise<number> {
    const mayLink = linkByEmail && person.isEmailVerified === true && user.role !== 'admin';
    if (!mayLink || user.state === 'deactivated') throw new SignOnRefused('email-taken');
    await this.insertIdentity(manager, person, user.id, []);
    if (user.state === 'invited') {
      await manager.query(`UPDATE users SET state = 'active', version = version + 1 WHERE id = $1`, [user.id]);
      const accepted = { actorId: user.id, userId: user.id, details: { method: 'oidc' } };
      await this.securityLog.record(manager, 'invitation_accepted', client, accepted);
    }
    const details = { issuer: person.issuer, by: 'email' };
    await this.securityLog.record(manager, 'identity_linked', client, { userId: user.id, details });
    return user.id;
  }

  /** @throws SignOnRefused if the person has another identity of this provider: an email address may have changed hands */
  private async insertIdentity(
    manager: EntityManager,
    { issuer, subject, email }: ProviderPerson,
    userId: number,
    groups: readonly string[],
  ): Promise<void> {
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO identities (issuer, subject, user_id, email, groups) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (user_id, issuer) DO NOTHING RETURNING user_id`,
      [issuer, subject, userId, email ?? null, groups],
    );
    if (!inserted.length) throw new SignOnRefused('already-linked');
  }
}

/** The user of an identity. */
async function findUser(manager: EntityManager, { issuer, subject }: ProviderPerson): Promise<User | undefined> {
  const identity = await manager.findOneBy(Identity, { issuer, subject });
  return identity ? ((await manager.findOneBy(User, { id: identity.userId })) ?? undefined) : undefined;
}
