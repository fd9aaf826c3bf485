import { type DestinationStream, pino } from 'pino';

/** Bytes of lines that wait while the log cannot be written. Later lines are lost. */
const MAX_WAITING_BYTES = 4 * 2 ** 20;

/**
 * Writes the log to an open file, a pipe for example. If that fails, such as on a full disk, Docket continues without it, and the next line
 * tries again: an unhandled error would end the process.
 */
export function logDestination(fd: number): DestinationStream & { flushSync(): void } {
  const destination = pino.destination({ dest: fd, maxLength: MAX_WAITING_BYTES });
  let isFailing = false;
  destination.on('error', () => (isFailing = true)).on('write', () => (isFailing = false));
  // pino calls it at exit. It retries without end, so the process would not exit.
  const flush = destination.flushSync.bind(destination);
  destination.flushSync = () => {
    if (!isFailing) flush();
  };
  return destination;
}
