import { HttpStatus } from '@nestjs/common';
import { ProblemException } from '../../platform/problems/problem.exception';
import { NEWER_ACTIVITY } from '../problem-kinds';
import { toTimelineEntryDto } from '../api/timeline-entry.dto';
import type { TimelineRow } from '../timeline/timeline';

/** The author has not seen newer replies or a newer change of the status. The problem contains these entries, newest first. */
export class NewerActivityException extends ProblemException {
  constructor(entries: readonly TimelineRow[]) {
    const deed = entries.some(({ message_id }) => message_id !== null) ? 'replied' : 'set another status';
    super(HttpStatus.CONFLICT, NEWER_ACTIVITY, `Somebody ${deed} in the meantime. Read it, then send again`, {
      entries: entries.map(toTimelineEntryDto),
    });
  }
}
