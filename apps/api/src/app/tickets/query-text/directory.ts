import { nameKey } from '@docket/ticket-query';

/** The name and id of a person or a team. */
interface Named {
  readonly id: number;
  readonly name: string;
}

/** Finds people or teams by name. */
export class Directory {
  readonly names: readonly string[];
  private readonly idsByKey = new Map<string, number[]>();

  constructor(entries: readonly Named[]) {
    this.names = entries.map(({ name }) => name);
    for (const { id, name } of entries) {
      const key = nameKey(name);
      const ids = this.idsByKey.get(key);
      if (ids) ids.push(id);
      else this.idsByKey.set(key, [id]);
    }
  }

  /** Ids of everyone with this name; empty if the name is unknown. */
  idsOf(name: string): readonly number[] {
    return this.idsByKey.get(nameKey(name)) ?? [];
  }
}
