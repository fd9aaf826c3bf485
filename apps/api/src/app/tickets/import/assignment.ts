import { foldWord, words } from '@docket/import-rows';
import { type Person, nameText, personIn } from './person';
import type { RowFields } from './row-mapper';

/** Folded texts that exports write for an unassigned ticket. */
const NOBODY: ReadonlySet<string> = new Set(
  words(
    `Unassigned, Not assigned, Nobody, No one, No agent, No group, No team, Nicht zugewiesen, Niemand, Non attribué, Non assigné, Personne, Sin asignar,
    No asignado, Nadie, Não atribuído, Ninguém, Non assegnato, Nessuno, Niet toegewezen, Nieprzypisane, Nieprzypisany, Ej tilldelad,
    Ikke tildelt, Atanmamış, Nepřiřazeno, Не назначен, Не назначено, 未割り当て, 未割当, 未分配, 未指派, 할당되지 않음`,
  ).map(foldWord),
);

/** The assignee and team of a row, as named in the file. */
export interface RowAssignment {
  readonly assignee?: Person;
  readonly team?: string;
}

/** Reads the assignee and team of a row. A text that is too long to be a name counts as an unknown name. */
export function readAssignment({ assignee, team }: RowFields): RowAssignment {
  const [person, group] = [textOf(assignee), textOf(team)];
  return { ...(person && { assignee: personIn(person) }), ...(group && { team: group }) };
}

function textOf(value: unknown): string {
  const text = nameText(value);
  return NOBODY.has(foldWord(text)) ? '' : text;
}
