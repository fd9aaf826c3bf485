import type { PROPERTY_DEFAULTS, PropertyName, PropertyValue } from '@docket/domain';

type DefaultedName = keyof typeof PROPERTY_DEFAULTS;
type Properties = { readonly [N in PropertyName]: PropertyValue<N> };

/** Whose ticket it is. An absent id and null both stand for nobody. */
export interface Assignment {
  /** Who asks for help. */
  readonly requesterId?: number | null;
  /** Who works on it. */
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
  /** Without duplicates, in the order of their code points. */
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
  /** When it was filed; now if absent. */
  readonly createdAt?: Date;
  /** When it was last changed; `createdAt` if absent. */
  readonly updatedAt?: Date;
  /** Its id in the system that it comes from, unique in Docket. */
  readonly externalId?: string | null;
}
