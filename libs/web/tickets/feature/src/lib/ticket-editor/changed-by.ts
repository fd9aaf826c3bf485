import type { TimelineEntry } from '@docket/web/conversation/data';
import { actorName } from '../conversation/timeline/actor-name';
import type { FieldName } from './field-change';

/**
 * The name of the actor who changed a field last. Undefined if no entry has such a change, or if people do not sign in.
 * @param entries oldest first
 */
export function changedBy(entries: readonly TimelineEntry[], field: FieldName): string | undefined {
  const actor = entries.findLast(({ change }) => change && field in change)?.actor;
  return actor && actor.kind !== 'local' ? actorName(actor, false) : undefined;
}
