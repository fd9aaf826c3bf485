import type { Measured, Quality, SuggestionFilter } from '@docket/web/quality/data';

/** A part of the tickets. */
export interface Group extends Measured {
  readonly name: string;
  /** Selects its suggestions. */
  readonly filter: Pick<SuggestionFilter, 'team' | 'surface'>;
}

/** Ways in. */
export const SURFACE_NAMES = { form: 'Form', api: 'API' } as const;

/** The teams, those with most tickets first, then the ways in. A team that is gone has its number for a name. */
export function toGroups(
  { teams, surfaces }: Pick<Quality, 'teams' | 'surfaces'>,
  names: ReadonlyMap<number, string>,
): Group[] {
  const byCases = (one: Measured, other: Measured) => other.n - one.n;
  return [
    ...teams.toSorted(byCases).map((group) => ({
      ...group,
      name: teamName(group.team_id, names),
      filter: { team: group.team_id ?? ('none' as const) },
    })),
    ...surfaces.toSorted(byCases).map((group) => ({
      ...group,
      name: SURFACE_NAMES[group.surface],
      filter: { surface: group.surface },
    })),
  ];
}

function teamName(id: number | null, names: ReadonlyMap<number, string>): string {
  if (id === null) return 'No team';
  return `Team ${names.get(id) ?? id}`;
}

/** "0.9 s", "42 ms" */
export function duration(milliseconds: number): string {
  if (milliseconds < 100) return `${milliseconds}\u00a0ms`;
  return `${(milliseconds / 1000).toFixed(1)}\u00a0s`;
}
