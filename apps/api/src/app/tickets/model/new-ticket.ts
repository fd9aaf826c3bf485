import type { PROPERTY_DEFAULTS, PropertyName, PropertyValue } from '@docket/domain';

type DefaultedName = keyof typeof PROPERTY_DEFAULTS;
type Properties = { readonly [N in PropertyName]: PropertyValue<N> };

/** The relations of a ticket. Undefined and null both mean none. */
export interface Assignment {
  /** The person who asks for help. */
  readonly requesterId?: number | null;
  /** The person who works on the ticket. */
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
  /** Without duplicates, sorted by code point. */
  readonly tags?: readonly string[];
}

/** The fields that a person sets when filing a ticket. */
export interface TicketFields
  extends Assignment, Omit<Properties, DefaultedName>, Partial<Pick<Properties, DefaultedName>> {
  readonly title: string;
  readonly description: string;
}

/** The fields of a ticket that a person changes. Absent fields stay unchanged. */
export type TicketChanges = Partial<TicketFields>;

/** Maximum length of the id of a ticket in another system, in Unicode code points. */
export const EXTERNAL_ID_MAX_LENGTH = 255;

/** An imported or sample ticket, which may have been filed earlier. */
export interface NewTicket extends TicketFields {
  /** Time of filing; defaults to now. */
  readonly createdAt?: Date;
  /** Time of the last change; defaults to `createdAt`. */
  readonly updatedAt?: Date;
  /** Id in the system that the ticket was imported from; unique in Docket. */
  readonly externalId?: string | null;
}
