import { startedByNpm } from '../config/started-by-npm';

/** How long running requests may take to finish, in milliseconds. */
const GRACE = 10_000;
/** A second signal this soon is the first one again: Ctrl-C under npm arrives from the terminal and from npm. */
const ECHO = 500;

/**
 * SIGTERM, Ctrl-C and a closed terminal end the process in order, and with exit code 0; asked again, or after GRACE, at once.
 * To be called before anything is opened: as a container's first process, Node would ignore the signals otherwise.
 * @param close finishes what runs and closes what is open
 */
export function stopOnSignals(close: () => Promise<void>): void {
  let askedAt: number | undefined;
  const stop = (): void => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > ECHO) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => process.exit(1), GRACE).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop);
  if (startedByNpm()) stopWithParent(stop);
}

/** npm hands a SIGTERM to the shell between, which ends without a word to its child: the child has to see it by itself. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250).unref();
}
