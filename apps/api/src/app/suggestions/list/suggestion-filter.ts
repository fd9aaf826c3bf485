import {
  type FallbackReason,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '@docket/domain';
import type { QualityRange } from '../quality/quality-range';

/** A category or a priority. */
export type Label = TicketCategory | TicketPriority;
export const LABELS: readonly Label[] = [...TICKET_CATEGORIES, ...TICKET_PRIORITIES];

/** The cases of a figure of the quality report: `blind`, or `acceptance`. */
export const ROLES = ['blind', 'shown'] as const;
export type Role = (typeof ROLES)[number];

export const SURFACES = ['form', 'api'] as const;
export type Surface = (typeof SURFACES)[number];

/** Restricts suggestions; an absent part restricts nothing. */
export interface SuggestionFilter extends QualityRange {
  readonly ticketId?: number;
  readonly outcome?: 'answered' | FallbackReason;
  readonly surface?: Surface;
  readonly role?: Role;
  readonly suggested?: Label;
  readonly chosen?: Label;
  readonly final?: Label;
}
