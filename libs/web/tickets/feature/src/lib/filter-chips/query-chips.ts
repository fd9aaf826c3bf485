import type { PropertyValue } from '@docket/domain';
import {
  type ParsedQuery,
  type QueryFilter,
  type QueryValue,
  isPropertyKey,
  removeTerms,
  removeValue,
} from '@docket/ticket-query';
import { valueText } from '@docket/web/tickets/ui';

/** A part of a query in words, and the query without it. */
export interface QueryChip {
  readonly label: string;
  readonly rest: string;
}

/** Creates a chip for each value of the valid filters, and one for all words and phrases. */
export function queryChips(parsed: ParsedQuery, toDay: (day: string) => string): QueryChip[] {
  const words = parsed.terms.filter(({ node }) => node?.kind === 'word' || node?.kind === 'phrase');
  return parsed.terms.flatMap((term): QueryChip[] => {
    const { node } = term;
    if (node?.kind === 'filter') {
      return node.values.map((value, index) => ({
        label: node.negated ? `Not ${labelOf(node, value, toDay)}` : labelOf(node, value, toDay),
        rest: removeValue(parsed, term, index),
      }));
    }
    if (term !== words[0]) return [];
    const text = words.map(({ start, end }) => parsed.text.slice(start, end)).join(' ');
    return [{ label: `“${text}”`, rest: removeTerms(parsed, words) }];
  });
}

function labelOf({ key }: QueryFilter, value: QueryValue, toDay: (day: string) => string): string {
  switch (value.kind) {
    case 'me':
      return 'Assigned to me';
    case 'none':
      return key === 'team' ? 'No team' : 'Unassigned';
    case 'id':
      return `${NAMES[key]} ${value.id}`;
    case 'days':
      return daysLabel(value.from && toDay(value.from), value.to && toDay(value.to));
    case 'text':
      return isPropertyKey(key)
        ? valueText(key, value.text as PropertyValue<typeof key>)
        : `${NAMES[key]}: ${value.text}`;
  }
}

const NAMES: Readonly<Record<QueryFilter['key'], string>> = {
  status: 'Status',
  priority: 'Priority',
  category: 'Category',
  assignee: 'Assignee',
  team: 'Team',
  tag: 'Tag',
  requester: 'Requester',
  created: 'Filed',
};

function daysLabel(from: string | undefined, to: string | undefined): string {
  if (from && from === to) return `Filed on ${from} (UTC)`;
  if (from && to) return `Filed from ${from} to ${to} (UTC)`;
  return from ? `Filed since ${from} (UTC)` : `Filed until ${to} (UTC)`;
}
