/**
 * Sends valid, nearly valid and hostile requests to the API and compares each response with the OpenAPI document:
 * `npm run fuzz -- [--seed 1] [--seconds 30] [--url URL]`. Without a URL, starts the built API on an empty embedded database.
 * A seed gives the same requests in the same order. Prints the smallest failing request as a curl command, and fails.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { startEmbeddedApi } from '../bench/processes.mts';
import { asCurl } from './as-curl.mts';
import { ResponseCheck } from './check-response.mts';
import { readContract } from './contract.mts';
import { type FuzzRequest, fuzzRequests } from './requests.mts';
import { send } from './send.mts';

/** Maximum length of a printed command. */
const COMMAND_MAX_LENGTH = 2_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '30' },
    url: { type: 'string' },
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1)); // stops the API

const contract = readContract();
const check = new ResponseCheck(contract);
const counts = new Map<number, number>();

process.exitCode = values.url === undefined ? await onOwnApi() : await fuzz(values.url);

async function onOwnApi(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-fuzz-'));
  const api = await startEmbeddedApi(folder);
  try {
    return await fuzz(api.url);
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the fuzzer. Returns the exit status. */
async function fuzz(url: string): Promise<number> {
  const property = fc.asyncProperty(fuzzRequests(contract), async (request) => {
    const mismatch = await mismatchOf(url, request);
    if (mismatch !== undefined) throw new Error(mismatch);
  });
  const result = await fc.check(property, {
    seed: Number(values.seed),
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Number(values.seconds) * 1000,
    markInterruptAsFailure: false,
  });
  const statuses = [...counts].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`);
  console.log(`${result.numRuns} requests with seed ${values.seed}. Responses by status: ${statuses.join(', ')}`);
  const [request] = result.counterexample ?? [];
  if (!request) return counts.size > 0 ? 0 : 1;
  console.error(`The API responded with ${(result.errorInstance as Error).message}\n${toRepeat(asCurl(url, request))}`);
  return 1;
}

async function mismatchOf(url: string, request: FuzzRequest): Promise<string | undefined> {
  const response = await send(url, request);
  counts.set(response?.status ?? 0, (counts.get(response?.status ?? 0) ?? 0) + 1);
  return response && check.mismatch(request, response);
}

/** The command, or a reference to its file if it is long: bodies may have megabytes. */
function toRepeat(command: string): string {
  if (command.length <= COMMAND_MAX_LENGTH) return command;
  const file = join(mkdtempSync(join(tmpdir(), 'docket-fuzz-')), 'request.sh');
  writeFileSync(file, `${command}\n`);
  return `${command.slice(0, COMMAND_MAX_LENGTH)}…\nThe whole command is in ${file}`;
}
