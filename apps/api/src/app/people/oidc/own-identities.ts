import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { Identity } from '../model/identity.entity';
import { User } from '../model/user.entity';
import { SecurityLog } from '../security-log';

/** The accounts at identity providers that sign a person in, as the person sees them. */
@Injectable()
export class OwnIdentities {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  list(userId: number): Promise<Identity[]> {
    return this.transactions.statement((manager) =>
      manager.find(Identity, { where: { userId }, order: { id: 'ASC' } }),
    );
  }

  /**
   * Unlinks an identity: it no longer signs the person in. Sessions that it has started go on.
   * @throws NotFoundException if the person has no such identity
   * @throws ConflictException if the person could not sign in any more
   */
  async unlink(userId: number, id: number, client: Client): Promise<void> {
    const { OIDC_ISSUER, PASSWORD_SIGN_IN } = this.settings;
    await this.transactions.run(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const; // two requests must not take one way in each
      const { passwordHash } = await manager.findOneOrFail(User, { where: { id: userId }, lock });
      const identities = await manager.findBy(Identity, { userId });
      const identity = identities.find((other) => other.id === id);
      if (!identity) throw new NotFoundException(`Identity ${id} does not exist`);
      const isPasswordLeft = PASSWORD_SIGN_IN && passwordHash !== null;
      const isIdentityLeft = identities.some((other) => other !== identity && other.issuer === OIDC_ISSUER);
      if (!isPasswordLeft && !isIdentityLeft) throw new ConflictException('This is your only way to sign in');
      await manager.delete(Identity, { id });
      const details = { issuer: identity.issuer };
      await this.securityLog.record(manager, 'identity_unlinked', client, { actorId: userId, userId, details });
    });
  }
}
