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

/**
 * The cases of a figure of the quality report: `blind`, `acceptance` or `comparison`. Those of `alone` whose person chose a critical
 * priority are the cases of `critical.recall`.
 */
export const ROLES = ['blind', 'shown', 'compared', 'alone'] as const;
export type Role = (typeof ROLES)[number];

/** Paid calls of a known and of an unknown cost: those in `cost` of the quality report. */
export const PRICINGS = ['priced', 'unpriced'] as const;
export type Pricing = (typeof PRICINGS)[number];

export const SURFACES = ['form', 'api'] as const;
export type Surface = (typeof SURFACES)[number];

/** Restricts suggestions; an absent part restricts nothing. */
export interface SuggestionFilter extends QualityRange {
  readonly ticketId?: number;
  readonly outcome?: 'answered' | FallbackReason;
  readonly surface?: Surface;
  readonly role?: Role;
  /** Only paid calls. */
  readonly call?: Pricing;
  /** Only the cases of this tenth of `calibration`: from 0, below 0.1, to 9. */
  readonly confidenceTenth?: number;
  readonly suggested?: Label;
  readonly chosen?: Label;
  readonly final?: Label;
}
