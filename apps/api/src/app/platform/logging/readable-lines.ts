import { toPrintable, toPrintableLines } from '@docket/domain';
import type { DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';

/** Formats log lines for a terminal: local time, level, message, fields, stack. Synchronous, so an exit loses no line. */
export function readableLines(out: { write(text: string): unknown }): DestinationStream {
  const format = prettyFactory({
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    errorLikeObjectKeys: ['err', 'stack'], // on lines of their own
    customPrettifiers: { stack: String },
  });
  return { write: (line) => out.write(format(JSON.parse(line, toPrintableField))) };
}

/** Escapes control characters and line breaks of a field. A stack keeps its line breaks. */
function toPrintableField(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return name === 'stack' ? toPrintableLines(value) : toPrintable(value);
}
