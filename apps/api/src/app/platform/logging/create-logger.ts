import { type DestinationStream, type Logger, pino } from 'pino';
import { logDestination } from './log-destination';
import { toPrintableJson } from './printable-json';
import { readableLines } from './readable-lines';
import { withoutSecrets, withoutUserInfo } from './without-secrets';

/**
 * The logger of the process: one line of JSON per event, or readable text on a terminal. Secrets are redacted
 * (without-secrets.ts), and control characters in foreign text are escaped.
 */
export function createLogger(level: string, destination: DestinationStream = defaultDestination()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log: withoutSecrets },
      serializers: { err: serializeError },
      hooks: { streamWrite: withoutUserInfo },
    },
    { write: (line) => destination.write(toPrintableJson(line)) },
  );
}

/** Logs only these fields: a database error also has the parameters of its query, which are customers' text. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name: type, message, stack, code } = error as NodeJS.ErrnoException;
  return { type, message, stack, ...(code !== undefined && { code }) };
}

function defaultDestination(): DestinationStream {
  if (!process.stdout.isTTY) return logDestination(1);
  process.stdout.on('error', () => undefined); // after the terminal closes, running requests still finish
  return readableLines(process.stdout);
}
