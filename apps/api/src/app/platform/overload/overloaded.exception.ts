import { OVERLOADED } from '../problems/problem-kinds';
import { ProblemException } from '../problems/problem.exception';

/** The exhausted resource. */
export type Overload = 'event_loop' | 'pool' | 'bodies';

const TEXTS: Readonly<Record<Overload, string>> = {
  event_loop: 'The server has more work than it can do',
  pool: 'Too many requests wait for a connection to the database',
  bodies: 'Too many requests with a large body arrive at once',
};

/** The server refuses a request before it begins, so that running requests finish in time. */
export class OverloadedException extends ProblemException {
  constructor(readonly overload: Overload) {
    super(503, OVERLOADED, `${TEXTS[overload]}. Nothing was stored. Try again in a few seconds`);
  }
}
