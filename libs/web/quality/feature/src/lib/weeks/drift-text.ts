import type { Quality } from '@docket/web/quality/data';
import { DayPipe } from '@docket/web/ui';

/** Above it, a change of the tickets is large (docs/quality.md). */
const LARGE_DRIFT = 0.2;
/** Weeks that are named. */
const NAMED_MAX = 3;

/** Whether people file other tickets than before. Empty for too few tickets. */
export function driftText({ drift, field }: Pick<Quality, 'drift' | 'field'>): string {
  const known = drift.flatMap(({ week, psi }) => (psi === null ? [] : { week, psi }));
  const large = known.filter(({ psi }) => psi > LARGE_DRIFT).toReversed();
  const mix = field === 'category' ? 'The mix of categories' : 'The mix of priorities';
  if (known.length === 0) return '';
  if (large.length === 0) return `${mix} stays: PSI ${Math.max(...known.map(({ psi }) => psi)).toFixed(2)} at most.`;
  const named = large
    .slice(0, NAMED_MAX)
    .map(({ week, psi }) => `${new DayPipe().transform(week)} (PSI ${psi.toFixed(2)})`);
  const rest = large.length - named.length;
  return `${mix} differs from the weeks before it in the week of ${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}.`;
}
