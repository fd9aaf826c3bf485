import { HttpStatus, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { Client } from '../client';
import { Devices } from '../devices/devices';
import { LinkLimits } from '../limits/link-limits';
import { NewPasswordLimits } from '../limits/new-password-limits';
import { SignInLimits } from '../limits/sign-in-limits';
import { PeopleMail } from '../mail/people-mail';
import { PasswordHasher } from '../passwords/password-hasher';
import { PasswordPolicy } from '../passwords/password-policy';
import { requirePasswords } from '../passwords/require-passwords';
import { LINK_SPENT, NO_PASSWORD } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import type { Browser } from '../sessions/browser';
import { SessionStart } from '../sessions/session-start';
import { Sessions } from '../sessions/sessions';
import { type Administrator, readUser } from '../users/users.service';
import { type CreatedLink, OneTimeLinks, type PasswordLink } from './one-time-links';

/** Locks a person: of two uses of a link at the same time, the second one finds it gone. */
const LOCK = 'SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE';

/** The new tokens of the browser that used a link. */
interface UsedLink {
  /** The token of the session of an invited person. */
  readonly session?: string;
  /** The token that identifies the browser as known. */
  readonly device: string;
}

/** The detail of a refused link: a password would outlast the account at the provider. */
const MANAGED = 'The identity provider signs this person in, so they have no password';

/** Lets people choose a password by a link. No administrator chooses it for them. */
@Injectable()
export class LinkService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly links: OneTimeLinks,
    private readonly limits: LinkLimits,
    private readonly newPasswords: NewPasswordLimits,
    private readonly policy: PasswordPolicy,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly starts: SessionStart,
    private readonly devices: Devices,
    private readonly signInLimits: SignInLimits,
    private readonly securityLog: SecurityLog,
    private readonly mail: PeopleMail,
  ) {}

  /**
   * Creates a link for a person. Older ones stop working.
   * @throws NotFoundException if the user does not exist
   * @throws ProblemException for a service, for a deactivated person, and for one whom the identity provider manages
   */
  create(userId: number, { actorId, client }: Administrator): Promise<CreatedLink> {
    requirePasswords(this.settings);
    return this.transactions.run(async (manager) => {
      await manager.query(LOCK, [userId]);
      const user = await readUser(manager, userId);
      if (user.kind === 'service' || user.state === 'deactivated') {
        const detail = `Links are for people who are not deactivated`;
        throw new ProblemException(HttpStatus.CONFLICT, NO_PASSWORD, detail);
      }
      if (user.managedBy === 'oidc' && this.settings.groupsGiveRoles) {
        throw new ProblemException(HttpStatus.CONFLICT, NO_PASSWORD, MANAGED);
      }
      const kind = user.state === 'invited' ? 'invite' : 'reset';
      const link = await this.links.create(manager, userId, kind);
      await this.securityLog.record(manager, 'link_created', client, { actorId, userId, details: { kind } });
      return link;
    });
  }

  /**
   * The link with a token. It can still be used: mail scanners follow links.
   * @throws ProblemException if it does not work
   * @throws TooManyRequestsException after too many attempts with other tokens
   */
  async look(token: string, client: Client): Promise<PasswordLink> {
    const takeBack = await this.limits.consume(client);
    const link = await this.transactions.statement((manager) => this.links.find(manager, token));
    if (!link) throw linkSpent();
    await takeBack();
    return link;
  }

  /**
   * Sets the password of the person with the link, ends their sessions and links, and forgets their other browsers. An invited person
   * is signed in, because the invitation has just proved the address. Everyone else signs in with the new password; this browser is known,
   * so guesses of strangers do not lock them out.
   * @throws ProblemException if the link does not work
   * @throws InvalidInputException if the password is too weak
   * @throws TooManyRequestsException after too many attempts with other tokens, or too many new passwords
   */
  async use(token: string, password: string, browser: Browser): Promise<UsedLink> {
    requirePasswords(this.settings);
    const { client } = browser;
    const { userId, ...person } = await this.look(token, client); // before the expensive work
    await this.newPasswords.consume(userId, client);
    await this.policy.require(password, person);
    const passwordHash = await this.hasher.hash(password);
    const used = await this.transactions.run(async (manager) => {
      await manager.query(LOCK, [userId]);
      const link = await this.links.find(manager, token);
      if (!link) throw linkSpent();
      await this.setPassword(manager, userId, passwordHash);
      const isInvitation = link.kind === 'invite';
      const event = isInvitation ? 'invitation_accepted' : 'password_reset';
      await this.securityLog.record(manager, event, client, { actorId: userId, userId });
      return isInvitation
        ? this.starts.start(manager, userId, browser)
        : { device: await this.devices.remember(manager, userId, browser.device) };
    });
    await this.signInLimits.forget({ email: person.email, ip: client.ip });
    if (person.kind === 'reset') this.mail.notifyPasswordChanged({ id: userId, ...person }, client);
    return used;
  }

  /** Sets the password, and ends all links, sessions and known browsers of the person. */
  private async setPassword(manager: EntityManager, userId: number, passwordHash: string): Promise<void> {
    await manager.query(
      `UPDATE users SET password_hash = $2, state = 'active', failures = 0, version = version + 1 WHERE id = $1`,
      [userId, passwordHash],
    );
    await this.links.deleteAll(manager, userId);
    await this.sessions.endAll(manager, userId);
    await this.devices.forgetAll(manager, userId);
  }
}

function linkSpent(): ProblemException {
  const detail = 'The link was used, is too old or was never valid. Ask an administrator for a new one';
  return new ProblemException(HttpStatus.GONE, LINK_SPENT, detail);
}
