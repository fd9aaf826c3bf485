import { startedByNpm } from '../config/started-by-npm';

/** Time for running requests to finish, in milliseconds. Then the process exits with 1. */
const CLOSE_TIMEOUT_MS = 10_000;
/** Signals this soon after the first one repeat it: under npm, Ctrl-C arrives from the terminal and from npm. */
const REPEAT_WINDOW_MS = 500;
const PARENT_CHECK_INTERVAL_MS = 250;

/**
 * Closes the application on SIGTERM, SIGINT and SIGHUP (a closed terminal), then exits with 0. A second signal exits at once, with 1.
 * Call before anything opens: as the first process of a container, Node ignores signals without a handler.
 * @param close finishes running requests and closes the database
 * @param drainMs how long `close` serves requests before, in milliseconds
 */
export function closeOnSignals(close: () => Promise<void>, drainMs = 0): void {
  let closingSince: number | undefined;
  const onSignal = (): void => {
    if (closingSince !== undefined) {
      if (performance.now() - closingSince > REPEAT_WINDOW_MS) process.exit(1);
      return;
    }
    closingSince = performance.now();
    setTimeout(() => process.exit(1), drainMs + CLOSE_TIMEOUT_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal).on('SIGHUP', onSignal);
  if (startedByNpm()) onParentExit(onSignal);
}

/** npm passes SIGTERM to the shell that it starts. The shell exits without signalling its child, so the child checks its parent. */
function onParentExit(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, PARENT_CHECK_INTERVAL_MS).unref();
}
