import { PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import type { Ticket, TicketEdit } from '@docket/web/tickets/data';

export type TicketAssignee = NonNullable<Ticket['assignee']>;
export type TicketTeam = NonNullable<Ticket['team']>;

/** A requester as entered. The name is null for no name, and undefined to keep the name that the API knows. */
export interface TicketRequester {
  readonly email: string;
  readonly name?: string | null;
}

/** Editable fields of an open ticket. Undefined stands for no person and no team. */
interface FieldValues extends PropertyFields {
  readonly requester: TicketRequester | undefined;
  readonly assignee: TicketAssignee | undefined;
  readonly team: TicketTeam | undefined;
  readonly tags: readonly string[];
}

type PropertyFields = { readonly [N in PropertyName]: PropertyValue<N> };

export type FieldName = keyof FieldValues;
export type FieldValue<N extends FieldName = FieldName> = FieldValues[N];

interface ChangeOf<N extends FieldName> {
  readonly field: N;
  readonly from: FieldValue<N>;
  readonly to: FieldValue<N>;
  /** Another requester whom the change renames, with the earlier name. The new name also appears in their other tickets. */
  readonly renamed?: TicketRequester;
  /** The requester whose earlier name an undo restores. */
  readonly restored?: TicketRequester;
}

/** A change of one field. `from` is the value that the user saw. */
export type FieldChange = { readonly [N in FieldName]: ChangeOf<N> }[FieldName];

/** Creates the change of a field from the value that the user sees. */
export function changeOf<N extends FieldName>(ticket: Ticket, field: N, to: FieldValue<N>): FieldChange {
  return { field, from: valueOf(ticket, field), to } as FieldChange;
}

export function invert(change: FieldChange): FieldChange {
  const { from, to, renamed, restored } = change;
  return { ...change, from: to, to: from, renamed: restored, restored: renamed } as FieldChange;
}

export function isProperty(field: FieldName): field is PropertyName {
  return field in PROPERTY_VALUES;
}

export function valueOf<N extends FieldName>(ticket: Ticket, field: N): FieldValue<N> {
  return valuesOf(ticket, field) as FieldValue<N>;
}

function valuesOf(ticket: Ticket, field: FieldName): FieldValue {
  switch (field) {
    case 'tags':
      return ticket.tags ?? [];
    case 'requester':
      return ticket.requester && { email: ticket.requester.email, name: ticket.requester.name ?? null };
    default:
      return ticket[field];
  }
}

/** Whether people regard two values as equal: a person with another name is the same person. */
export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  if (isTags(one) && isTags(other)) return one.length === other.length && one.every((tag) => other.includes(tag));
  if (isRequester(one) && isRequester(other)) return isSameRequester(one, other);
  if (typeof one === 'object' && typeof other === 'object') return idOf(one) === idOf(other);
  return one === other;
}

/** The ticket with the change applied. A new requester appears only after saving, because only the API knows the other details. */
export function withChange(ticket: Ticket, { field, to }: FieldChange): Ticket {
  return field === 'requester' ? ticket : { ...ticket, [field]: to };
}

/** Bodies of the requests, in order. A name is restored while the ticket still belongs to that person. */
export function toEdits(change: FieldChange): [TicketEdit, ...TicketEdit[]] {
  const edit = toEdit(change);
  return change.restored ? [{ requester: change.restored }, edit] : [edit];
}

/** The body of the request. */
export function toEdit(change: FieldChange): TicketEdit {
  switch (change.field) {
    case 'assignee':
      return { assignee_id: change.to?.id ?? null };
    case 'team':
      return { team_id: change.to?.id ?? null };
    case 'tags':
      return { tags: [...change.to] };
    case 'requester':
      return { requester: change.to ?? null };
    default:
      return { [change.field]: change.to };
  }
}

/**
 * Rebases the change on a ticket that another person has changed from `from` to `theirs`. Merges tags; undefined for fields with a single
 * value.
 */
export function merged(change: FieldChange, theirs: FieldValue): FieldChange | undefined {
  if (change.field !== 'tags' || !isTags(theirs)) return undefined;
  return { field: 'tags', from: theirs, to: mergedTags(change, theirs) };
}

/** Rebases the change on another change of the same user, who may not have seen it yet. */
export function afterOwn(change: FieldChange, own: FieldChange): FieldChange {
  if (own.field !== change.field || isSameValue(own.to, change.from)) return change;
  return merged(change, own.to) ?? ({ ...change, from: own.to } as FieldChange);
}

/** Applies a change of tags to the current tags: adds the added and removes the removed ones. */
export function mergedTags(
  { from, to }: { readonly from: readonly string[]; readonly to: readonly string[] },
  current: readonly string[],
): readonly string[] {
  const kept = current.filter((tag) => to.includes(tag) || !from.includes(tag));
  return [...kept, ...to.filter((tag) => !from.includes(tag) && !current.includes(tag))];
}

function isTags(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

function isRequester(value: FieldValue): value is TicketRequester {
  return typeof value === 'object' && 'email' in value;
}

/** Compares two requesters. An undefined name keeps the known one, so it equals every name. */
function isSameRequester(one: TicketRequester, other: TicketRequester): boolean {
  const staysSame = one.name === undefined || other.name === undefined;
  return one.email === other.email && (staysSame || one.name === other.name);
}

function idOf(value: FieldValue): number | undefined {
  return typeof value === 'object' && 'id' in value ? value.id : undefined;
}
