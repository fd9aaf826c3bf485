import { loadEnvironmentFile } from '../config/load-environment-file';
import { readSettings } from '../config/read-settings';
import type { Settings } from '../config/settings';
import type { DatabaseSchema } from '../database/database-schema';

/** Dependencies of a command. */
export interface CommandContext {
  /** Reads the settings. @throws StartupError if they are invalid */
  readonly settings: () => Settings;
  readonly schema: DatabaseSchema;
  /** Prints one line of progress. */
  readonly report: (line: string) => void;
}

export interface CommandResult {
  /** The result for people. */
  readonly lines: readonly string[];
  /** The result for programs. */
  readonly data: object;
  /** Whether a check found something wrong. */
  readonly failed?: boolean;
}

/** A command of the program `docket`. */
export interface Command {
  readonly help: readonly string[];
  /** @throws StartupError if the command cannot do its work; its message has the reason and the remedy */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<CommandResult>;
}

/** The context of a command at a terminal: progress goes to standard error. */
export function commandContext(schema: DatabaseSchema): CommandContext {
  return {
    settings: () => {
      loadEnvironmentFile();
      return readSettings();
    },
    schema,
    report: (line) => void process.stderr.write(`${line}\n`),
  };
}
