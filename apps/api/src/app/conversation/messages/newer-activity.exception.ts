import { HttpStatus } from '@nestjs/common';
import { ProblemException } from '../../platform/problems/problem.exception';
import { NEWER_ACTIVITY } from '../problem-kinds';
import { toTimelineEntryDto } from '../api/timeline-entry.dto';
import type { TimelineRow } from '../timeline/timeline';

/** The author has not seen the newest replies. The problem has them, newest first. */
export class NewerActivityException extends ProblemException {
  constructor(replies: readonly TimelineRow[]) {
    super(HttpStatus.CONFLICT, NEWER_ACTIVITY, 'Somebody replied in the meantime. Read it, then send again', {
      entries: replies.map(toTimelineEntryDto),
    });
  }
}
