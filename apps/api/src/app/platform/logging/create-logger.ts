import { type DestinationStream, type Logger, pino } from 'pino';
import { readableLines } from './readable-lines';
import { withoutSecrets } from './without-secrets';

/**
 * The one logger of the process: JSON, a line for each event; for a person at a terminal, the same as plain text.
 * A secret is taken out wherever it lies up to two levels deep, whoever logs it.
 */
export function createLogger(level: string, destination: DestinationStream = defaultDestination()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: withoutSecrets },
      serializers: { err: describeError },
    },
    destination,
  );
}

/**
 * What the log tells of an error: not everything it carries. An error of the database holds the query with its parameters,
 * and those are what people wrote.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name: type, message, stack, code } = error as NodeJS.ErrnoException;
  return { type, message, stack, ...(code !== undefined && { code }) };
}

function defaultDestination(): DestinationStream {
  if (!process.stdout.isTTY) return pino.destination(1);
  process.stdout.on('error', () => undefined); // after the terminal closes, running requests still finish
  return readableLines(process.stdout);
}
