import type { Signal } from '@angular/core';
import type { Timeline } from '@docket/web/conversation/data';
import type { Ticket } from '@docket/web/tickets/data';

/** The ticket in the panel, for components that show texts of the model about it. */
export abstract class OpenTicket {
  /** Undefined until it has loaded. */
  abstract readonly ticket: Signal<Ticket | undefined>;
  abstract readonly timeline: Timeline;
  /** Ms since 1970. */
  abstract readonly now: Signal<number>;
  /** Scrolls to a message and focuses it. Null stands for the description. */
  abstract showMessage(messageId: number | null): Promise<void>;
}
