/** What happened to a ticket. `import.batch` is the filing of up to 500 tickets by one statement. */
export type TicketEventKind = 'ticket.created' | 'ticket.changed' | 'ticket.deleted' | 'message.added' | 'import.batch';

/** Who acted: see {@link eventActor}. */
export const EVENT_ACTOR_KINDS = ['local', 'human', 'api', 'requester', 'ai', 'system'] as const;
export type EventActorKind = (typeof EVENT_ACTOR_KINDS)[number];

/**
 * The values of the changed fields by their names: before and after. Empty for a description, whose text is not kept. An event of
 * an import has the ids of its tickets instead.
 */
export type TicketEventChange = Readonly<Record<string, readonly unknown[]>>;
