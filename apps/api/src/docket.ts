import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { BACKUP_COMMAND, RESTORE_COMMAND, VERIFY_COMMAND } from './app/backup';
import { DOCTOR_COMMAND } from './app/doctor';
import { MOVE_HELP, runMove } from './app/move';
import { type Command, type CommandContext, commandContext } from './app/platform/startup/command';
import { MIGRATE_COMMAND } from './app/platform/startup/migrate-command';
import { runProgram } from './app/platform/startup/run-program';
import { SCHEMA } from './app/schema/schema';
import { ERASE_REQUESTER_COMMAND } from './app/suggestions';
import { EXPORT_COMMAND } from './app/tickets';

/** The commands of this program. Each closes the resources that it opens. */
const COMMANDS: Readonly<Record<string, Command>> = {
  backup: BACKUP_COMMAND,
  restore: RESTORE_COMMAND,
  verify: VERIFY_COMMAND,
  doctor: DOCTOR_COMMAND,
  'erase-requester': ERASE_REQUESTER_COMMAND,
  export: EXPORT_COMMAND,
  migrate: MIGRATE_COMMAND,
  move: { help: MOVE_HELP, run: runMove },
};

/** Commands that run as separate programs, with their leading arguments. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  counters: ['counters.js'],
  evaluate: ['evaluate.js'],
  people: ['people.js'],
  import: ['../../../apps/import-cli/src/main.mts'],
};

const HELP = [
  'Usage: docket COMMAND [OPTION…] [--json]',
  '',
  `Commands: ${[...Object.keys(COMMANDS), ...Object.keys(PROGRAMS)].sort().join(', ')}. docket COMMAND --help explains one.`,
  'Run it in the folder of Docket, with the same settings. Results are printed to standard output, as JSON with --json; progress to',
  'standard error. It exits with 0, with 1 if a check fails, and with 2 if the command could not run.',
];

/** @returns the exit code */
async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const program = PROGRAMS[name];
  if (program) return runProgram(program, rest);
  const command = COMMANDS[name];
  const isHelp = ['', '--help', '-h', 'help'].includes(name);
  if (!command) {
    (isHelp ? process.stdout : process.stderr).write(`${HELP.join('\n')}\n`);
    return isHelp ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.help.join('\n')}\n`);
    return 0;
  }
  const args = rest.filter((argument) => argument !== '--json');
  const context: CommandContext = commandContext(SCHEMA);
  const { lines, data, failed = false } = await command.run(args, context);
  const output = rest.length > args.length ? JSON.stringify(data) : toPrintableLines(lines.join('\n'));
  process.stdout.write(`${output}\n`);
  return failed ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 2;
  },
);
