/**
 * Runs a command on one of the two forms of the database: `node tools/on-database.mts embedded|server COMMAND [ARGUMENT…]`.
 *
 * `server` uses the server of TEST_DATABASE_URL. If it is unset, a temporary server runs until the command has ended.
 * `embedded` unsets TEST_DATABASE_URL. The exit status is that of the command.
 */
import { spawn } from 'node:child_process';
import { NoPostgresError, startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.mts';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

const [form, command, ...args] = process.argv.slice(2);
if ((form !== 'embedded' && form !== 'server') || !command) {
  console.error('usage: node tools/on-database.mts embedded|server COMMAND [ARGUMENT…]');
  process.exit(2);
}

let server: TemporaryPostgres | undefined;
let interrupted: number | undefined;
let forward: (signal: NodeJS.Signals) => void = () => undefined;
process.on('exit', () => server?.kill());
for (const [signal, status] of SIGNALS) {
  process.on(signal, () => {
    interrupted = status;
    forward(signal);
  });
}

process.exitCode = await main(form, command);

async function main(form: 'embedded' | 'server', command: string): Promise<number> {
  try {
    if (form === 'server' && !process.env['TEST_DATABASE_URL']) server = await startTemporaryPostgres();
  } catch (error) {
    if (!(error instanceof NoPostgresError)) throw error;
    console.error(error.message);
    return 1;
  }
  const url = form === 'server' ? (server?.url ?? process.env['TEST_DATABASE_URL']) : undefined;
  const status = interrupted ?? (await run(command, url));
  await server?.stop();
  server = undefined;
  return interrupted ?? status;
}

function run(command: string, url: string | undefined): Promise<number> {
  console.log(
    `On ${url ? `PostgreSQL ${server?.version ?? ''} at ${new URL(url).host}` : 'the embedded database'}: ${command} ${args.join(' ')}`,
  );
  const env = { ...process.env, TEST_DATABASE_URL: url };
  const child = spawn(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  // A terminal sends Ctrl-C to the command, too. A second signal would interrupt its clean-up.
  forward = (signal) => signal !== 'SIGINT' && child.kill(signal);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
