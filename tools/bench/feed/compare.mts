/** A stored event, in the order of the history. */
export interface StoredEvent {
  readonly id: number;
  readonly ticketId: number;
  /** The title before and after; undefined for other events. */
  readonly title?: readonly [string, string];
}

export interface Differences {
  /** Stored events that were not told. */
  readonly missed: number;
  /** Told events that are not stored, of transactions that rolled back for example. */
  readonly invented: number;
  /** Told changes of a title that do not start with the title that the change before it has set. */
  readonly disordered: number;
}

/** Compares what a reader was told, in its order, with what is stored. */
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
