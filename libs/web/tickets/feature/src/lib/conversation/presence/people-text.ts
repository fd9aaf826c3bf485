/** Names of people for a sentence: first names, or full names for people with the same first name. */
export interface PeopleText {
  /** "Ana", "Ana and Ben" or "Ana, Ben and 2 others". */
  readonly names: string;
  readonly verb: 'is' | 'are';
}

/** Maximum number of people that a line names. */
const MAX_NAMED = 2;

/** @param names full names */
export function peopleText(names: readonly string[]): PeopleText {
  const firstNames = names.map(firstName);
  const shown = names.map((name, n) => {
    const first = firstName(name);
    return firstNames.some((other, m) => other === first && m !== n) ? name : first;
  });
  const more = names.length - MAX_NAMED;
  const parts = more > 1 ? [...shown.slice(0, MAX_NAMED), `${more} others`] : shown;
  const last = parts.at(-1) ?? '';
  const text = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last;
  return { names: text, verb: names.length > 1 ? 'are' : 'is' };
}

function firstName(name: string): string {
  return name.trim().split(/\s/)[0] ?? name;
}
