import type { BatchOutcome } from './imported-tickets';
import { type Adjustments, NO_ADJUSTMENTS, withRow } from './row-adjustments';
import type { RowPlace } from './row-checker';

/** Maximum number of conflicting rows in an outcome: as many as fit into the progress of an Idempotency-Key. */
const MAX_CONFLICTS = 100;

/** A row whose external id belongs to another ticket. */
interface ConflictingRow extends RowPlace {
  readonly id: string;
}

/** The totals of the batches that an import has stored so far. Plain data, because an Idempotency-Key stores it between uploads. */
export interface ImportOutcome {
  readonly imported: number;
  readonly alreadyImported: number;
  readonly conflicting: number;
  /** The first conflicting rows. */
  readonly conflicts: readonly ConflictingRow[];
  /** Adjustments of the imported rows. */
  readonly adjustments: Adjustments;
}

export const NOTHING_IMPORTED: ImportOutcome = {
  imported: 0,
  alreadyImported: 0,
  conflicting: 0,
  conflicts: [],
  adjustments: NO_ADJUSTMENTS,
};

/** Adds a batch to an outcome. */
export function withBatch(
  outcome: ImportOutcome,
  { imported, alreadyImported, conflicting }: BatchOutcome,
): ImportOutcome {
  const conflicts = conflicting.map(({ line, row, ticket }) => ({
    line,
    ...(row !== undefined && { row }),
    id: ticket.externalId ?? '',
  }));
  return {
    imported: outcome.imported + imported.length,
    alreadyImported: outcome.alreadyImported + alreadyImported.length,
    conflicting: outcome.conflicting + conflicting.length,
    conflicts: [...outcome.conflicts, ...conflicts].slice(0, MAX_CONFLICTS),
    adjustments: imported.reduce(withRow, outcome.adjustments),
  };
}
