import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../platform/access/authenticator';
import { Transactions } from '../../platform/database/transactions';
import { createToken, hashOf } from '../sessions/secret-token';
import { ATTEMPT_SECONDS } from './oidc-cookie';

/** The session of a person who is signed in. */
export type SessionKey = Pick<SignedIn, 'userId' | 'tokenHash'>;

/** The purpose of a visit to the provider, and the session that it is for. */
export type Purpose =
  /** The sign-in ends the session `replaced`. It is stored because the redirect from the provider lacks the `Strict` cookie. */
  | { readonly kind: 'sign_in'; readonly replaced?: Buffer }
  /** To prove again who they are, or to link the identity to their account. */
  | { readonly kind: 'step_up' | 'link'; readonly session: SessionKey };

/** The secrets of one visit to the provider. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  /** The verifier of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** A visit to the provider that came back. */
export interface FinishedAttempt extends AttemptSecrets {
  readonly purpose: Purpose;
  readonly returnTo: string;
  readonly startedAt: Date;
}

/** As the driver returns it, with the time as text. */
type AttemptRow = Omit<FinishedAttempt, 'state' | 'purpose' | 'startedAt'> & { readonly startedAt: string } & (
    | { readonly kind: 'sign_in'; readonly tokenHash: Buffer | null }
    | { readonly kind: 'step_up' | 'link'; readonly userId: number; readonly tokenHash: Buffer }
  );

const START = `
  INSERT INTO oidc_attempts (state_hash, browser_hash, nonce, verifier, return_to, purpose, user_id, session_hash, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '${ATTEMPT_SECONDS} seconds')`;

/** One statement, so that of two requests with one state only one gets the row. */
const TAKE = `
  DELETE FROM oidc_attempts WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > now()
  RETURNING nonce, verifier, return_to AS "returnTo", purpose AS kind, user_id AS "userId", session_hash AS "tokenHash",
    created_at AS "startedAt"`;

/** Pending visits to the provider. */
@Injectable()
export class OidcAttempts {
  constructor(private readonly transactions: Transactions) {}

  /** @param browser the value of the cookie that the browser has */
  async start(purpose: Purpose, returnTo: string, browser: string): Promise<AttemptSecrets> {
    const [state, nonce, verifier] = [createToken().token, createToken().token, createToken().token];
    const { userId, tokenHash } = purpose.kind === 'sign_in' ? { tokenHash: purpose.replaced } : purpose.session;
    await this.transactions.statement((manager) =>
      manager.query('DELETE FROM oidc_attempts WHERE expires_at <= now()'),
    );
    await this.transactions.statement((manager) =>
      manager.query(START, [
        hashOf(state),
        hashOf(browser),
        nonce,
        verifier,
        returnTo,
        purpose.kind,
        userId ?? null,
        tokenHash ?? null,
      ]),
    );
    return { state, nonce, verifier };
  }

  /** Ends a visit. Undefined if it is too old, was ended before, or is one of another browser. */
  async take(state: string, browser: string): Promise<FinishedAttempt | undefined> {
    const [[row]] = await this.transactions.statement((manager) =>
      manager.query<[AttemptRow[], number]>(TAKE, [hashOf(state), hashOf(browser)]),
    );
    if (!row) return undefined;
    const { nonce, verifier, returnTo } = row;
    return { state, nonce, verifier, returnTo, purpose: purposeOf(row), startedAt: new Date(row.startedAt) };
  }
}

function purposeOf(row: AttemptRow): Purpose {
  if (row.kind === 'sign_in') return { kind: row.kind, ...(row.tokenHash && { replaced: row.tokenHash }) };
  return { kind: row.kind, session: { userId: row.userId, tokenHash: row.tokenHash } };
}
