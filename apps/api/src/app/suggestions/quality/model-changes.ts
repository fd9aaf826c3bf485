/** From its day on, suggestions come from another model, or from another version of it. */
export interface ModelChange {
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  /** The configured name of the language model. For Docket itself: `words` or `learned`. */
  readonly model: string;
  /** Of the instructions of a language model, or of the learned model; null for words. */
  readonly version: number | null;
  readonly model_before: string;
  readonly version_before: number | null;
}

/** When a version of a model gave suggestions. Times are RFC 3339 in UTC, with microseconds. */
export interface ModelUse {
  readonly model: string;
  readonly version: number | null;
  readonly first_at: string;
  readonly last_at: string;
}

/** A time, both ends included. */
export type Turns = Pick<ModelUse, 'first_at' | 'last_at'>;

/** One use of each version, from its first suggestion to its last one, in the order of the first ones. */
export function joinUses(uses: readonly ModelUse[]): ModelUse[] {
  return [...Map.groupBy(uses, keyOf).values()]
    .map((same) => same.reduce((one, other) => ({ ...one, ...unionOf(one, other) })))
    .toSorted((one, other) => (one.first_at < other.first_at ? -1 : 1));
}

/**
 * Leaves out the words of the ticket once a learned model exists: they stay in use for what it does not answer.
 * @param uses joined
 */
export function withoutWordsBesideLearned(uses: readonly ModelUse[], hasLearnedBefore: boolean): ModelUse[] {
  const learned = uses.filter(({ model }) => model === 'learned');
  const [first] = uses;
  if (first?.model !== 'words' || hasLearnedBefore) return learned;
  return [{ ...first, last_at: first.first_at }, ...learned];
}

/** The times in which an earlier version was still in use, or again, after a later one had begun. @param uses joined */
export function turnsOf(uses: readonly ModelUse[]): Turns[] {
  const turns: Turns[] = [];
  let lastUse = '';
  for (const { first_at, last_at } of uses) {
    const before = turns.at(-1);
    if (before && first_at <= before.last_at) turns[turns.length - 1] = unionOf(before, { first_at, last_at: lastUse });
    else if (first_at <= lastUse) turns.push({ first_at, last_at: lastUse });
    if (last_at > lastUse) lastUse = last_at;
  }
  return turns;
}

/**
 * When a version took over, or came back after a day without it. If processes use two for a while, that is one change.
 * @param uses of each version the first one, and in turns those of each day
 */
export function changesOf(uses: readonly ModelUse[]): ModelChange[] {
  const days = Map.groupBy(uses, ({ first_at }) => first_at.slice(0, 'YYYY-MM-DD'.length));
  const changes: ModelChange[] = [];
  let current: ModelUse | undefined;
  let before = new Set<string>();
  for (const [day, all] of [...days].toSorted(([one], [other]) => one.localeCompare(other))) {
    const ofDay = joinUses(all);
    const inUse = new Set(ofDay.map(keyOf));
    const begun = ofDay.filter((use) => !before.has(keyOf(use)));
    const isOver = current !== undefined && !inUse.has(keyOf(current));
    for (const use of isOver && begun.length === 0 ? ofDay.slice(0, 1) : begun) {
      if (current && keyOf(current) !== keyOf(use)) changes.push(changeOf(day, current, use));
      current = use;
    }
    before = inUse;
  }
  return changes;
}

function changeOf(day: string, before: ModelUse, { model, version }: ModelUse): ModelChange {
  return { day, model, version, model_before: before.model, version_before: before.version };
}

function unionOf(one: Turns, other: Turns): Turns {
  return {
    first_at: one.first_at < other.first_at ? one.first_at : other.first_at,
    last_at: one.last_at > other.last_at ? one.last_at : other.last_at,
  };
}

function keyOf({ model, version }: ModelUse): string {
  return `${model} ${version}`;
}
