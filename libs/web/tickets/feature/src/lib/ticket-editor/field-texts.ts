import { propertyName, valueText } from '@docket/web/tickets/ui';
import { type FieldChange, type FieldName, isProperty } from './field-change';

const NAMES = { requester: 'Requester', assignee: 'Assignee', team: 'Team', tags: 'Tags' } as const;

/** The name of a field: "Assignee". */
export function fieldName(field: FieldName): string {
  return isProperty(field) ? propertyName(field) : NAMES[field];
}

/** The new value in a sentence: "in progress", "Ben Okafor", "nobody". */
export function newValueText(change: FieldChange): string {
  switch (change.field) {
    case 'assignee':
      return change.to?.name ?? 'nobody';
    case 'team':
      return change.to?.name ?? 'none';
    case 'requester':
      return change.to?.name ?? change.to?.email ?? 'nobody';
    case 'tags':
      return change.to.join(', ') || 'none';
    default:
      return valueText(change.field, change.to);
  }
}
