import type { Ticket } from '@docket/web/tickets/data';
import { propertyName, valueText } from '@docket/web/tickets/ui';
import { type FieldChange, type FieldName, type TicketRequester, isProperty } from './field-change';

const NAMES = { requester: 'Requester', assignee: 'Assignee', team: 'Team', tags: 'Tags' } as const;

/** The name of a field: "Assignee". */
export function fieldName(field: FieldName): string {
  return isProperty(field) ? propertyName(field) : NAMES[field];
}

/** Names changes in a sentence: "status of #8, priority of #9". */
export function changesText(changes: readonly { readonly ticket: Ticket; readonly change: FieldChange }[]): string {
  return changes.map(({ ticket, change }) => `${fieldName(change.field).toLowerCase()} of #${ticket.id}`).join(', ');
}

/**
 * The new value for a sentence: "in progress", "Ben Okafor", "nobody".
 *
 * @param saved the saved ticket, with the name that the API kept if the change has none
 */
export function newValueText(change: FieldChange, saved: Ticket): string {
  switch (change.field) {
    case 'assignee':
      return change.to?.name ?? 'nobody';
    case 'team':
      return change.to?.name ?? 'none';
    case 'requester':
      return change.to ? nameOf(change.to, saved) : 'nobody';
    case 'tags':
      return change.to.join(', ') || 'none';
    default:
      return valueText(change.field, change.to);
  }
}

function nameOf({ email, name }: TicketRequester, { requester }: Ticket): string {
  const kept = name === undefined && requester?.email === email ? requester.name : undefined;
  return name ?? kept ?? email;
}
