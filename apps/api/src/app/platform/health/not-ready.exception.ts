import { UNAVAILABLE_TEXTS } from '../database/database-unavailable';
import { problemKind } from '../problems/problem-kinds';
import { ProblemException } from '../problems/problem.exception';
import type { ReadinessReason } from './readiness-reasons';

const TEXTS: Readonly<Record<ReadinessReason, string>> = {
  'no-connection': UNAVAILABLE_TEXTS.no_connection,
  'pool-busy': UNAVAILABLE_TEXTS.pool_exhausted,
  'too-slow': UNAVAILABLE_TEXTS.too_slow,
  'read-only': UNAVAILABLE_TEXTS.read_only,
  'disk-low': UNAVAILABLE_TEXTS.disk_full,
  'out-of-resources': UNAVAILABLE_TEXTS.out_of_resources,
  'no-rights': UNAVAILABLE_TEXTS.no_rights,
  'migrations-pending':
    'The database has not all migrations of this version. Run "docket migrate", or restart Docket, which migrates unless MIGRATE is off',
  stopping: 'The server is stopping',
};

/** The API should receive no requests. The problem has the reasons as codes, and the first one in words. */
export class NotReadyException extends ProblemException {
  constructor(reason: ReadinessReason, writable = false) {
    super(503, problemKind(503), `${TEXTS[reason]} (${reason})`, { writable, reasons: [reason] });
  }
}
