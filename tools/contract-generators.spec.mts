import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MODULES = join(ROOT, 'node_modules');
const CONTRACT = join(ROOT, 'libs/shared/contract/openapi.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-generated-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program of a package in the folder. If it fails, the error includes its output. */
function run(program: string, ...args: readonly string[]): void {
  try {
    execFileSync(process.execPath, [join(MODULES, program), ...args], { cwd: folder, env: {}, encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

function checkTypes(file: string): void {
  run('typescript/bin/tsc', '--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler', file);
}

/** Typical code of an integrator: file, page, import and receive. */
const WITH_HEY_API = `
  import { createTicket, importTickets, listTickets } from './generated/index.js';
  import type { ImportDeliveryBody, TicketDeliveryBody } from './generated/index.js';

  export async function integrate(file: Blob): Promise<void> {
    const body = { title: 'Charged twice', description: 'See the invoice', category: 'billing', priority: 'high' } as const;
    const { data: ticket } = await createTicket({ body, headers: { 'Idempotency-Key': 'mine' } });
    const { data: page } = await listTickets({ query: { q: 'status:open', limit: 20 } });
    const { data: result } = await importTickets({ body: file, query: { default_priority: 'low' } });
    const ids: (number | undefined)[] = [ticket?.id, page?.[0]?.id, result?.imported];
    console.log(ids);
  }
  export const ticketsOf = ({ data }: TicketDeliveryBody | ImportDeliveryBody): readonly number[] =>
    'ticket_ids' in data ? data.ticket_ids : [data.ticket_id];
`;

/** The same code with the types of openapi-typescript alone. */
const WITH_OPENAPI_TYPESCRIPT = `
  import type { components, operations, webhooks } from './generated.js';

  export const body: components['schemas']['CreateTicket'] = {
    title: 'Charged twice', description: 'See the invoice', category: 'billing', priority: 'high',
  };
  export const query: operations['listTickets']['parameters']['query'] = { q: 'status:open', limit: 20 };
  export const file: operations['importTickets']['requestBody']['content']['text/csv'] = 'title,description';
  type Delivery = NonNullable<webhooks['ticket.changed']['post']['requestBody']>['content']['application/json'];
  export const versionOf = ({ data }: Delivery): number | null => data.version;
`;

it('gives a client of Hey API whose types are right', () => {
  const plugins = ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'];
  run(
    '@hey-api/openapi-ts/bin/run.js',
    '--input',
    CONTRACT,
    '--output',
    'generated',
    '--plugins',
    ...plugins,
    '--no-log-file',
  );
  writeFileSync(join(folder, 'hey-api.ts'), WITH_HEY_API);

  checkTypes('hey-api.ts');
}, 300_000);

it('gives types of openapi-typescript that are right', () => {
  run('openapi-typescript/bin/cli.js', CONTRACT, '--output', 'generated.d.ts');
  writeFileSync(join(folder, 'openapi-typescript.ts'), WITH_OPENAPI_TYPESCRIPT);

  checkTypes('openapi-typescript.ts');
}, 300_000);
