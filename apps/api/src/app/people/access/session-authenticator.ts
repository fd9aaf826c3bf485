import { OPEN_PERMISSIONS, type Permission, ROLE_PERMISSIONS, type Role } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Authenticator, type Identity } from '../../platform/access/authenticator';
import { bearerTokenOf } from '../../platform/access/bearer-token';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { type OpenSession, Sessions } from '../sessions/sessions';
import { SessionCookie } from '../sessions/session-cookie';
import { TokenLookup } from '../tokens/token-lookup';
import { AccessMode } from './access-mode';
import { SameSite } from './same-site';
import { ThisMachine } from './this-machine';

const LOCAL: Identity = { actor: LOCAL_ACTOR, permissions: new Set(OPEN_PERMISSIONS) };

const PERMISSIONS_OF: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  admin: new Set(ROLE_PERMISSIONS.admin),
  agent: new Set(ROLE_PERMISSIONS.agent),
  viewer: new Set(ROLE_PERMISSIONS.viewer),
};

/** Identifies programs by a bearer token, and people by the session in their cookie. In the open mode, everyone is `local`. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(
    private readonly mode: AccessMode,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly sameSite: SameSite,
    private readonly tokens: TokenLookup,
    private readonly thisMachine: ThisMachine,
  ) {}

  async identify(request: FastifyRequest): Promise<Identity | undefined> {
    if (await this.mode.isOpen()) {
      this.thisMachine.requireFor(request);
      this.sameSite.refuseOtherPages(request);
      return LOCAL;
    }
    const bearer = bearerTokenOf(request);
    if (bearer !== undefined) return this.tokens.identify(bearer); // the cookie is ignored: a page of another site cannot add the header
    const token = this.cookie.read(request);
    if (!token) return undefined;
    this.sameSite.requireFor(request);
    const session = await this.sessions.find(token);
    if (!session) return undefined;
    return identityOf(session);
  }

  async identifyAgain(requests: readonly FastifyRequest[]): Promise<ReadonlyMap<FastifyRequest, Identity>> {
    if (await this.mode.isOpen()) return new Map(requests.map((request) => [request, LOCAL]));
    const programs = await this.tokens.identifyAll(requests.flatMap((request) => bearerTokenOf(request) ?? []));
    const sessions = await this.sessions.findAll(requests.flatMap((request) => this.sessionTokenOf(request) ?? []));
    const identities = new Map<FastifyRequest, Identity>();
    for (const request of requests) {
      const program = programs.get(bearerTokenOf(request) ?? '');
      const session = sessions.get(this.sessionTokenOf(request) ?? '');
      const identity = program ?? (session && identityOf(session));
      if (identity) identities.set(request, identity);
    }
    return identities;
  }

  /** A request with a bearer token has none, even if it has a cookie. */
  private sessionTokenOf(request: FastifyRequest): string | undefined {
    return bearerTokenOf(request) === undefined ? this.cookie.read(request) : undefined;
  }
}

function identityOf(session: OpenSession): Identity {
  const { userId, role } = session;
  return { actor: { kind: 'person', userId }, permissions: PERMISSIONS_OF[role], session };
}
