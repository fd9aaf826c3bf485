/** Kind of an event. `import.batch` is the filing of up to 500 tickets by one statement. */
export type TicketEventKind = 'ticket.created' | 'ticket.changed' | 'ticket.deleted' | 'message.added' | 'import.batch';

/** Kinds of actors: see {@link eventActor}. */
export const EVENT_ACTOR_KINDS = ['local', 'human', 'api', 'requester', 'ai', 'system'] as const;
export type EventActorKind = (typeof EVENT_ACTOR_KINDS)[number];

/**
 * The old and the new value of each changed field, by field name. The list of a description is empty, because the history does not keep its
 * text. An import event has the ids of its tickets instead.
 */
export type TicketEventChange = Readonly<Record<string, readonly unknown[]>>;
