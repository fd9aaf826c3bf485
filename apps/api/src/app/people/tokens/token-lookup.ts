import { type Permission, ROLE_PERMISSIONS, type Role } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import type { Identity } from '../../platform/access/authenticator';
import { Transactions } from '../../platform/database/transactions';
import { hashOf } from '../sessions/secret-token';
import { isTokenSecret } from './token-format';

/** A valid token with the role that its owner has now. */
interface ValidToken {
  readonly tokenId: number;
  readonly userId: number;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly isUseOld: boolean;
}

/** One query by a unique key, for each request: a revocation, a deactivation and a new role count at once in every process. */
const FIND = `
  SELECT tokens.id AS "tokenId", users.id AS "userId", users.role, tokens.scopes,
    COALESCE(tokens.last_used_at < now() - interval '1 minute', true) AS "isUseOld"
  FROM tokens JOIN users ON users.id = tokens.user_id
  WHERE tokens.hash = $1 AND tokens.revoked_at IS NULL AND COALESCE(tokens.expires_at > now(), true)
    AND users.state = 'active'`;

const NOTE_USE = `
  UPDATE tokens SET last_used_at = now()
  WHERE id = $1 AND COALESCE(last_used_at < now() - interval '1 minute', true)`;

/** Finds out for whom a token acts, and what it may do. */
@Injectable()
export class TokenLookup {
  private readonly logger = new Logger('Tokens');

  constructor(private readonly transactions: Transactions) {}

  /** @returns undefined if the token is unknown, has expired or was revoked, or if its owner is deactivated */
  async identify(token: string): Promise<Identity | undefined> {
    if (!isTokenSecret(token)) return undefined;
    const [found] = await this.transactions.statement((manager) => manager.query<ValidToken[]>(FIND, [hashOf(token)]));
    if (!found) return undefined;
    const { tokenId, userId, role, scopes, isUseOld } = found;
    if (isUseOld) await this.noteUse(tokenId);
    return { actor: { kind: 'token', userId, tokenId }, permissions: permissionsOf(role, scopes) };
  }

  /** A request does not fail because its time cannot be stored, as on a database that is read-only for a while. */
  private async noteUse(tokenId: number): Promise<void> {
    try {
      await this.transactions.statement((manager) => manager.query(NOTE_USE, [tokenId]));
    } catch (error) {
      this.logger.warn(`The use of token ${tokenId} was not noted: ${(error as Error).message}`);
    }
  }
}

/** What both the owner's role and the scopes allow. */
function permissionsOf(role: Role, scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(ROLE_PERMISSIONS[role].filter((permission) => scopes.includes(permission)));
}
