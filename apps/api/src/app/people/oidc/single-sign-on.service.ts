import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isDatabaseUnavailable } from '../../platform/database/database-unavailable';
import { Transactions } from '../../platform/database/transactions';
import { TooManyRequestsException } from '../../platform/problems/too-many-requests.exception';
import type { Client } from '../client';
import { SignOnLimits } from '../limits/sign-on-limits';
import { UnknownFailures } from '../limits/unknown-failures';
import { SecurityLog } from '../security-log';
import type { Browser, BrowserTokens } from '../sessions/browser';
import { SessionStart } from '../sessions/session-start';
import { Sessions } from '../sessions/sessions';
import { OidcAccounts } from './oidc-accounts';
import { type FinishedAttempt, OidcAttempts, type Purpose, type SessionKey } from './oidc-attempts';
import { OidcProvider } from './oidc-provider';
import type { ProviderPerson } from './provider-claims';
import { SignOnRefused } from './sign-on-refused';

/** Tolerated lag of the provider's clock behind this one in `auth_time`, in milliseconds. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Selects a session unless it ended while its person was at the provider. */
const OPEN_SESSION = `
  SELECT FROM sessions JOIN users ON users.id = sessions.user_id
  WHERE token_hash = $1 AND expires_at > now() AND users.state = 'active'`;

/** Details of these sign-ins in the audit log. */
const METHOD = { method: 'oidc' } as const;

/** The result of a visit to the provider. */
export interface SignedOn {
  /** The page of this site to open. After a failure, its query names the problem. */
  readonly path: string;
  /** The new tokens of the browser after a sign-in. */
  readonly tokens?: BrowserTokens;
  /** The new token of the session after a proof of identity. */
  readonly session?: string;
}

/** Signs people in at an OpenID Connect provider. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly provider: OidcProvider,
    private readonly attempts: OidcAttempts,
    private readonly accounts: OidcAccounts,
    private readonly sessions: Sessions,
    private readonly starts: SessionStart,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
    private readonly limits: SignOnLimits,
    private readonly unknownFailures: UnknownFailures,
  ) {}

  /**
   * Starts a visit to the provider.
   * @param browser the value of the cookie that the browser has
   * @returns the page of the provider; the sign-in page of this site if the provider does not respond, or after too many starts
   */
  async start(purpose: Purpose, returnTo: string, browser: string, client: Client): Promise<string> {
    try {
      await this.limits.consume(client);
      const attempt = await this.attempts.start(purpose, returnTo, browser);
      return (await this.provider.signInPage(attempt, purpose.kind === 'step_up')).href;
    } catch (error) {
      return problemPath(toRefused(error), { purpose, returnTo });
    }
  }

  /**
   * Ends a visit to the provider.
   * @param query the query of the callback
   * @param attemptToken the value of the cookie that binds the visit to the browser
   */
  async finish(query: string, attemptToken: string | undefined, browser: Browser): Promise<SignedOn> {
    let attempt: FinishedAttempt | undefined;
    try {
      const state = new URLSearchParams(query).get('state');
      attempt = state && attemptToken ? await this.attempts.take(state, attemptToken) : undefined;
      if (!attempt) throw new SignOnRefused('attempt-unknown');
      const person = await this.provider.redeem(query, attempt);
      return { path: attempt.returnTo, ...(await this.use(attempt, person, browser)) };
    } catch (error) {
      const refused = toRefused(error);
      if (attempt) await this.recordFailure(attempt.purpose, refused, browser.client);
      return { path: problemPath(refused, attempt) };
    }
  }

  private async use(
    attempt: FinishedAttempt,
    person: ProviderPerson,
    browser: Browser,
  ): Promise<Omit<SignedOn, 'path'>> {
    try {
      return await this.complete(attempt, person, browser);
    } catch (error) {
      if (error instanceof SignOnRefused && error.problem === 'no-role') {
        await this.transactions.run((manager) => this.accounts.endAccess(manager, person, browser.client));
      }
      throw error;
    }
  }

  private complete(
    { purpose, startedAt }: FinishedAttempt,
    person: ProviderPerson,
    browser: Browser,
  ): Promise<Omit<SignedOn, 'path'>> {
    const { client } = browser;
    return this.transactions.run(async (manager) => {
      if (purpose.kind === 'sign_in') {
        if (purpose.replaced) await this.sessions.end(manager, purpose.replaced);
        return { tokens: await this.signIn(manager, person, browser) };
      }
      if (purpose.kind === 'step_up') {
        requireRecent(person, startedAt);
        return { session: await this.stepUp(manager, person, purpose.session, client) };
      }
      await this.link(manager, person, purpose.session, client);
      return {};
    });
  }

  private async signIn(manager: EntityManager, person: ProviderPerson, browser: Browser): Promise<BrowserTokens> {
    const { client } = browser;
    const userId = await this.accounts.findOrCreate(manager, person, client);
    await this.securityLog.record(manager, 'sign_in', client, { actorId: userId, userId, details: METHOD });
    // Many providers reuse their own session without asking for the credentials. Such a sign-in does not count as a step-up.
    const proof = { ...METHOD, at: person.authenticatedAt ?? new Date(0) };
    return this.starts.start(manager, userId, browser, proof);
  }

  private async link(
    manager: EntityManager,
    person: ProviderPerson,
    { userId, tokenHash }: SessionKey,
    client: Client,
  ): Promise<void> {
    const found = await manager.query<unknown[]>(OPEN_SESSION, [tokenHash]);
    if (!found.length) throw new SignOnRefused('session-ended');
    await this.accounts.link(manager, person, userId, client);
  }

  private async stepUp(
    manager: EntityManager,
    person: ProviderPerson,
    { userId, tokenHash }: SessionKey,
    client: Client,
  ): Promise<string> {
    if ((await this.accounts.find(manager, person, client))?.id !== userId) throw new SignOnRefused('other-person');
    const token = await this.sessions.renew(manager, tokenHash);
    if (token === undefined) throw new SignOnRefused('session-ended');
    await this.securityLog.record(manager, 'step_up', client, { actorId: userId, userId, details: METHOD });
    return token;
  }

  /** Call only for a visit that this browser started. */
  private async recordFailure(purpose: Purpose, { problem }: SignOnRefused, client: Client): Promise<void> {
    if (problem === 'unavailable') return;
    const event = purpose.kind === 'step_up' ? 'step_up_failed' : 'sign_in_failed';
    const userId = purpose.kind === 'sign_in' ? undefined : purpose.session.userId;
    if (userId === undefined && !(await this.unknownFailures.mayRecord(client))) return;
    const about = { ...(userId !== undefined && { actorId: userId, userId }), details: { ...METHOD, problem } };
    await this.transactions.statement((manager) => this.securityLog.record(manager, event, client, about));
  }
}

/** The page that shows a problem: the sign-in page, or for signed-in people the page that they came from. */
function problemPath({ problem }: SignOnRefused, attempt?: Pick<FinishedAttempt, 'purpose' | 'returnTo'>): string {
  if (!attempt) return `/sign-in?problem=${problem}`;
  const { purpose, returnTo } = attempt;
  if (purpose.kind === 'sign_in') return `/sign-in?problem=${problem}&return_to=${encodeURIComponent(returnTo)}`;
  const [path = '', fragment] = returnTo.split('#', 2);
  const separator = path.includes('?') ? '&' : '?';
  return `${path}${separator}problem=${problem}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** @throws SignOnRefused if the provider did not ask for the credentials after the start */
function requireRecent({ authenticatedAt }: ProviderPerson, startedAt: Date): void {
  if (!authenticatedAt || authenticatedAt.getTime() < startedAt.getTime() - CLOCK_TOLERANCE_MS) {
    throw new SignOnRefused('not-recent');
  }
}

/** @throws the error itself if the sign-in page has no message for it */
function toRefused(error: unknown): SignOnRefused {
  if (error instanceof SignOnRefused) return error;
  if (error instanceof TooManyRequestsException) return new SignOnRefused('too-many-attempts');
  if (isDatabaseUnavailable(error)) return new SignOnRefused('unavailable');
  throw error;
}
