import type { Presence } from '@docket/domain';
import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { Identity } from '../../platform/access/authenticator';
import { PresenceLimit } from './presence-limit';
import { PresentPeople } from './present-people';

/** The state that a tab reports. */
interface TabPresence {
  readonly tab: string;
  /** The id of the open ticket; null if the tab has none. */
  readonly ticketId: number | null;
  readonly doing: Presence;
}

/** Stores which ticket a person has open in a tab. */
@Injectable()
export class SetPresence {
  constructor(
    private readonly present: PresentPeople,
    private readonly limit: PresenceLimit,
  ) {}

  /**
   * Ignores requests with a token or without sign-in: only people are present.
   * @throws ForbiddenException if a person without the permission to write tickets reports a reply
   * @throws NotFoundException if the ticket does not exist
   * @throws TooManyRequestsException
   */
  async set(identity: Identity | undefined, { tab, ticketId, doing }: TabPresence): Promise<void> {
    const session = identity?.session;
    if (!session) return;
    if (doing === 'replying' && !identity.permissions.has('tickets:write')) {
      throw new ForbiddenException('This needs the permission tickets:write');
    }
    await this.limit.consume(session.userId);
    if (ticketId === null) return this.present.leave(session, tab);
    if (!(await this.present.enter(session, tab, ticketId, doing))) {
      throw new NotFoundException(`Ticket ${ticketId} does not exist`);
    }
  }
}
