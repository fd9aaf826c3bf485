import { PERMISSIONS, ROLE_PERMISSIONS } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Authenticator, type Identity } from '../../platform/access/authenticator';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Sessions } from '../sessions/sessions';
import { SessionCookie } from '../sessions/session-cookie';
import { AccessMode } from './access-mode';
import { SameSite } from './same-site';

const LOCAL: Identity = { actor: LOCAL_ACTOR, permissions: new Set(PERMISSIONS) };

/** Identifies people by the session in their cookie. In the open mode, everyone is `local`. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(
    private readonly mode: AccessMode,
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly sameSite: SameSite,
  ) {}

  async identify(request: FastifyRequest): Promise<Identity | undefined> {
    if (await this.mode.isOpen()) return LOCAL;
    const token = this.cookie.read(request);
    if (!token) return undefined;
    this.sameSite.requireFor(request);
    const session = await this.sessions.find(token);
    if (!session) return undefined;
    const { userId, role } = session;
    return { actor: { kind: 'person', userId }, permissions: new Set(ROLE_PERMISSIONS[role]) };
  }
}
