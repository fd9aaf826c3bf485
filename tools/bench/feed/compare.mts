/** A stored event, in the order of the history. */
export interface StoredEvent {
  readonly id: number;
  readonly ticketId: number;
  /** The title before and after; undefined for other events. */
  readonly title?: readonly [string, string];
}

export interface Differences {
  /** Number of stored events that the stream lacks. */
  readonly missed: number;
  /** Number of events in the stream that are not stored, for example of rolled back transactions. */
  readonly invented: number;
  /** Number of title changes in the stream that do not start with the title set by the change before. */
  readonly disordered: number;
}

/** Compares the events of a stream, in its order, with the stored events. */
export function compareEvents(told: readonly number[], stored: readonly StoredEvent[]): Differences {
  const byId = new Map(stored.map((event) => [event.id, event]));
  const known = new Set(told);
  const titles = new Map<number, string>();
  let disordered = 0;
  for (const id of told) {
    const event = byId.get(id);
    if (!event?.title) continue;
    const [before, after] = event.title;
    if ((titles.get(event.ticketId) ?? before) !== before) disordered++;
    titles.set(event.ticketId, after);
  }
  return {
    missed: stored.filter(({ id }) => !known.has(id)).length,
    invented: told.filter((id) => !byId.has(id)).length,
    disordered,
  };
}
