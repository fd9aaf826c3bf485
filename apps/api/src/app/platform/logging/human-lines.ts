import type { DestinationStream } from 'pino';

const LEVELS: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** Turns pino's JSON into lines for a person: `14:03:59 warn The database does not answer  context=Database`. */
export class HumanLines implements DestinationStream {
  constructor(private readonly out: { write(text: string): unknown }) {}

  write(line: string): void {
    const { time, level, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & {
      err?: { stack?: string };
    };
    const clock = new Date(String(time)).toTimeString().slice(0, 8);
    const details = Object.entries(rest).map(
      ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
    );
    const text = [clock, LEVELS[Number(level)], msg, ...details].filter(Boolean).join(' ');
    this.out.write(`${text}\n${err?.stack ? `${err.stack}\n` : ''}`);
  }
}
