import type { Presence } from '@docket/domain';
import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { Identity } from '../../platform/access/authenticator';
import { PresenceLimit } from './presence-limit';
import { PresentPeople } from './present-people';

/** What a tab says about its person. */
interface TabPresence {
  readonly tab: string;
  /** The id of the open ticket; null if the tab has none. */
  readonly ticketId: number | null;
  readonly doing: Presence;
}

/** Stores which ticket a person has open. */
@Injectable()
export class SetPresence {
  constructor(
    private readonly present: PresentPeople,
    private readonly limit: PresenceLimit,
  ) {}

  /**
   * Does nothing with a token or without sign-in, because only people are present.
   * @throws ForbiddenException if somebody replies who may not
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
