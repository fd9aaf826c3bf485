import type { Logger } from 'pino';

/**
 * Logs the warnings of Node and of libraries, such as that of `pg` about `sslmode=require`. Node would print them as text of several
 * lines, which programs that read the log as JSON cannot read.
 * @returns a function that restores Node's own output
 */
export function logWarnings(logger: Logger): () => void {
  const previous = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message, code }: Error & { code?: string }) =>
    logger.warn({ context: name, ...(code !== undefined && { code }) }, message),
  );
  return () => {
    process.removeAllListeners('warning');
    for (const listener of previous) process.on('warning', listener);
  };
}
