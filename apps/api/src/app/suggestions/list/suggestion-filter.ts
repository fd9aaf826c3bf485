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
  /** Only the cases of this tenth of `calibration`: from 0, below 0.1, to 9. */
  readonly confidenceTenth?: number;
  readonly suggested?: Label;
  readonly chosen?: Label;
  readonly final?: Label;
}
