import { HttpStatus, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import { AccessMode } from '../access/access-mode';
import type { Client } from '../client';
import { User } from '../model/user.entity';
import { PasswordHasher } from '../passwords/password-hasher';
import { LINK_SPENT } from '../problem-kinds';
import { SecurityLog } from '../security-log';
import { createToken, hashOf } from '../sessions/secret-token';
import { Sessions } from '../sessions/sessions';

/** Time in which a set-up link works. */
const LINK_HOURS = 24;

/** The key of the advisory lock that lets one set-up run at a time. Any constant that no other code uses. */
const SET_UP_LOCK = 7_240_011;

/** The first administrator, as they describe themselves. */
export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

const USE_LINK = `
  UPDATE one_time_links SET used_at = now()
  WHERE kind = 'set_up' AND used_at IS NULL AND expires_at > now()
    AND EXISTS (SELECT FROM one_time_links WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now())
  RETURNING token_hash`;

/** Makes the first administrator: the person with the link from the log. There is no default password, and the first visitor has no rights. */
@Injectable()
export class SetUpService implements OnApplicationBootstrap {
  private readonly logger = new Logger('SetUp');

  constructor(
    private readonly settings: Settings,
    private readonly mode: AccessMode,
    private readonly transactions: Transactions,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Logs a link at each closed start without an administrator. */
  async onApplicationBootstrap(): Promise<void> {
    if ((await this.mode.isOpen()) || (await this.mode.hasAdministrator())) return;
    const { token, hash } = createToken();
    await this.transactions.statement((manager) =>
      manager.query(
        `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '${LINK_HOURS} hours')`,
        [hash],
      ),
    );
    const url = new URL(`/set-up#${token}`, this.settings.publicUrl);
    this.logger.warn(
      `Docket has no administrator yet. This link makes the first one, within ${LINK_HOURS} hours: ${url.href}`,
    );
  }

  /**
   * Makes the first administrator, and signs them in. All set-up links stop working.
   * @returns the token of the session
   * @throws ProblemException if the link does not work
   */
  async createAdministrator(token: string, person: FirstAdministrator, client: Client): Promise<string> {
    await this.requireLink(token); // before the expensive hash
    const passwordHash = await this.hasher.hash(person.password);
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      const used: [unknown[], number] = await manager.query(USE_LINK, [hashOf(token)]);
      if (used[1] === 0 || (await hasAdministrator(manager))) throw linkSpent();
      const { name, email } = person;
      const user = { name, email: email.toLowerCase(), role: 'admin', state: 'active', passwordHash } as const;
      const { id } = (await manager.insert(User, user)).identifiers[0] as { id: number };
      await this.securityLog.record(manager, 'set_up', client, { actorId: id, userId: id });
      return this.sessions.start(manager, id, client);
    });
  }

  private async requireLink(token: string): Promise<void> {
    const found = await this.transactions.statement((manager) =>
      manager.query<unknown[]>(
        'SELECT FROM one_time_links WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()',
        [hashOf(token)],
      ),
    );
    if (!found.length) throw linkSpent();
  }
}

async function hasAdministrator(manager: EntityManager): Promise<boolean> {
  return manager.existsBy(User, { role: 'admin', state: 'active' });
}

function linkSpent(): ProblemException {
  return new ProblemException(
    HttpStatus.GONE,
    LINK_SPENT,
    'The link was used, is too old or was never valid. A restart of Docket logs a new one',
  );
}
