import { PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import type { Ticket, TicketEdit } from '@docket/web/tickets/data';

export type TicketAssignee = NonNullable<Ticket['assignee']>;
export type TicketTeam = NonNullable<Ticket['team']>;

/** A requester as people name them: null for no name; undefined if the name that the API knows stays. */
export interface TicketRequester {
  readonly email: string;
  readonly name?: string | null;
}

/** What people change in an open ticket, in memory: undefined stands for nobody and for no team. */
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
  /** Another requester whom the change renames, as they were known: their other tickets have the new name, too. */
  readonly renamed?: TicketRequester;
  /** The same, if the change takes that back. */
  readonly restored?: TicketRequester;
}

/** A change of one field: `from` is the value that the user saw. */
export type FieldChange = { readonly [N in FieldName]: ChangeOf<N> }[FieldName];

/** The change of a field of a ticket, as the user sees it. */
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

/** Whether two values of a field are the same to people: a person with another name is the same person. */
export function isSameValue(one: FieldValue, other: FieldValue): boolean {
  if (isTags(one) && isTags(other)) return one.length === other.length && one.every((tag) => other.includes(tag));
  if (isRequester(one) && isRequester(other)) return isSameRequester(one, other);
  if (typeof one === 'object' && typeof other === 'object') return idOf(one) === idOf(other);
  return one === other;
}

/** The ticket once it has the change. Another requester shows only once it is saved: the API knows the rest of them. */
export function withChange(ticket: Ticket, { field, to }: FieldChange): Ticket {
  return field === 'requester' ? ticket : { ...ticket, [field]: to };
}

/** The bodies of the requests, in order. A name is restored while the ticket is that person's. */
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
 * The change for a ticket that somebody else has changed from `from` to `theirs`. Tags have both changes; undefined for other fields,
 * which have one value.
 */
export function merged(change: FieldChange, theirs: FieldValue): FieldChange | undefined {
  if (change.field !== 'tags' || !isTags(theirs)) return undefined;
  return { field: 'tags', from: theirs, to: mergedTags(change, theirs) };
}

/** The change for a ticket with another change of the same user, which they may not have seen when they made this one. */
export function afterOwn(change: FieldChange, own: FieldChange): FieldChange {
  if (own.field !== change.field || isSameValue(own.to, change.from)) return change;
  return merged(change, own.to) ?? ({ ...change, from: own.to } as FieldChange);
}

/** Applies a change of tags to the current tags: adds what it added, and removes what it removed. */
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

/** An absent name keeps the known one, so it equals every name. */
function isSameRequester(one: TicketRequester, other: TicketRequester): boolean {
  const staysSame = one.name === undefined || other.name === undefined;
  return one.email === other.email && (staysSame || one.name === other.name);
}

function idOf(value: FieldValue): number | undefined {
  return typeof value === 'object' && 'id' in value ? value.id : undefined;
}
