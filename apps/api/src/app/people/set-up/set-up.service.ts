import { HttpStatus, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import { AccessMode } from '../access/access-mode';
import { LinkLimits } from '../limits/link-limits';
import { PasswordHasher } from '../passwords/password-hasher';
import { PasswordPolicy } from '../passwords/password-policy';
import { ALREADY_CLOSED, LINK_SPENT } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import type { Browser, BrowserTokens } from '../sessions/browser';
import { SessionStart } from '../sessions/session-start';
import { type FirstAdministrator, insertFirstAdministrator } from './first-administrator';
import { isSetUpToken } from './set-up-link';

/**
 * Makes the first administrator: the person with the link from the log, or the person who closes an open Docket. There is no default
 * password, and visiting a closed Docket first gives no rights.
 */
@Injectable()
export class SetUpService {
  constructor(
    private readonly mode: AccessMode,
    private readonly transactions: Transactions,
    private readonly limits: LinkLimits,
    private readonly policy: PasswordPolicy,
    private readonly hasher: PasswordHasher,
    private readonly starts: SessionStart,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Makes the administrator with a set-up link, and signs them in. All set-up links stop working.
   * @throws ProblemException if the link does not work
   * @throws InvalidInputException if the password is too weak
   * @throws TooManyRequestsException after too many attempts with other tokens
   */
  async useLink(token: string, person: FirstAdministrator, browser: Browser): Promise<BrowserTokens> {
    const takeBack = await this.limits.consume(browser.client);
    await this.transactions.statement((manager) => requireLink(manager, token)); // before the expensive work
    await takeBack();
    return this.create(person, browser, {
      event: 'set_up',
      refused: linkSpent,
      check: (manager) => requireLink(manager, token),
    });
  }

  /**
   * Closes an open Docket for good: makes the administrator, and signs them in.
   * @throws ProblemException if there is an administrator already
   * @throws InvalidInputException if the password is too weak
   */
  async requireSignIn(person: FirstAdministrator, browser: Browser): Promise<BrowserTokens> {
    if (await this.mode.hasAdministrator()) throw alreadyClosed(); // before the expensive work
    return this.create(person, browser, { event: 'require_sign_in', refused: alreadyClosed });
  }

  private async create(
    person: FirstAdministrator,
    browser: Browser,
    { event, refused, check }: Way,
  ): Promise<BrowserTokens> {
    await this.policy.require(person.password, person);
    const passwordHash = await this.hasher.hash(person.password);
    const tokens = await this.transactions.run(async (manager) => {
      await check?.(manager);
      const made = await insertFirstAdministrator(manager, { ...person, passwordHash });
      if (!made) throw refused();
      const { id, before } = made;
      await this.securityLog.record(manager, event, browser.client, {
        actorId: id,
        userId: id,
        ...(before && { details: { ...before } }),
      });
      return this.starts.start(manager, id, browser);
    });
    this.mode.close();
    return tokens;
  }
}

/** One of the two ways to make the first administrator. */
interface Way {
  readonly event: 'set_up' | 'require_sign_in';
  /** The error if there is an administrator. */
  readonly refused: () => ProblemException;
  /** @throws ProblemException if this way is no longer open */
  readonly check?: (manager: EntityManager) => Promise<void>;
}

async function requireLink(...link: Parameters<typeof isSetUpToken>): Promise<void> {
  if (!(await isSetUpToken(...link))) throw linkSpent();
}

function linkSpent(): ProblemException {
  return new ProblemException(
    HttpStatus.GONE,
    LINK_SPENT,
    'The link was used, is too old or was never valid. A restart of Docket logs a new one',
  );
}

function alreadyClosed(): ProblemException {
  return new ProblemException(HttpStatus.CONFLICT, ALREADY_CLOSED, 'There is an administrator already: sign in');
}
