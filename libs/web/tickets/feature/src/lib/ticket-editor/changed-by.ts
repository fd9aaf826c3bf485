import type { TimelineEntry } from '@docket/web/conversation/data';
import { actorName } from '../conversation/timeline/actor-name';
import type { FieldName } from './field-change';

/**
 * The name of whoever changed a field last. Undefined if the entries do not tell, or a desk without sign-in does not know its people.
 * @param entries oldest first
 */
export function changedBy(entries: readonly TimelineEntry[], field: FieldName): string | undefined {
  const actor = entries.findLast(({ change }) => change && field in change)?.actor;
  return actor && actor.kind !== 'local' ? actorName(actor, false) : undefined;
}
