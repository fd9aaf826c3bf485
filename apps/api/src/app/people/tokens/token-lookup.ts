import { type Permission, ROLE_PERMISSIONS, type Role } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import type { Identity } from '../../platform/access/authenticator';
import { Transactions } from '../../platform/database/transactions';
import { hashList, hashOf } from '../sessions/secret-token';
import { isTokenSecret } from './token-format';

/** A valid token with the role that its owner has now. */
interface ValidToken {
  readonly hash: Buffer;
  readonly tokenId: number;
  readonly userId: number;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly isUseOld: boolean;
}

/** Runs for each request, by a unique key: a revocation, a deactivation and a new role count at once in every process. */
const FIND = `
  SELECT tokens.hash, tokens.id AS "tokenId", users.id AS "userId", users.role, tokens.scopes,
    COALESCE(tokens.last_used_at < now() - interval '1 minute', true) AS "isUseOld"
  FROM tokens JOIN users ON users.id = tokens.user_id
  WHERE tokens.hash = ANY($1::text::bytea[]) AND tokens.revoked_at IS NULL AND COALESCE(tokens.expires_at > now(), true)
    AND users.state = 'active'`;

const NOTE_USE = `
  UPDATE tokens SET last_used_at = now()
  WHERE id = $1 AND COALESCE(last_used_at < now() - interval '1 minute', true)`;

/** Looks up the owner and the permissions of a token. */
@Injectable()
export class TokenLookup {
  private readonly logger = new Logger('Tokens');

  constructor(private readonly transactions: Transactions) {}

  /** @returns undefined if the token is unknown, has expired or was revoked, or if its owner is deactivated */
  async identify(token: string): Promise<Identity | undefined> {
    if (!isTokenSecret(token)) return undefined;
    const [found] = await this.find([hashOf(token)]);
    if (found?.isUseOld) await this.noteUse(found.tokenId);
    return found && toIdentity(found);
  }

  /** The identities of the valid tokens, by one query. Does not count as a use of them. */
  async identifyAll(tokens: readonly string[]): Promise<ReadonlyMap<string, Identity>> {
    const tokenOf = new Map(tokens.filter(isTokenSecret).map((token) => [hashOf(token).toString('hex'), token]));
    const found = tokenOf.size ? await this.find([...tokenOf.values()].map(hashOf)) : [];
    return new Map(found.map((valid) => [tokenOf.get(valid.hash.toString('hex')) ?? '', toIdentity(valid)]));
  }

  private find(hashes: readonly Buffer[]): Promise<ValidToken[]> {
    return this.transactions.statement((manager) => manager.query<ValidToken[]>(FIND, [hashList(hashes)]));
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

function toIdentity({ tokenId, userId, role, scopes }: ValidToken): Identity {
  return { actor: { kind: 'token', userId, tokenId }, permissions: permissionsOf(role, scopes) };
}

/** The permissions that both the owner's role and the scopes allow. */
function permissionsOf(role: Role, scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(ROLE_PERMISSIONS[role].filter((permission) => scopes.includes(permission)));
}
