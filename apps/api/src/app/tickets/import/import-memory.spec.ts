import 'reflect-metadata';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RowFormat } from '@docket/import-rows';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Shutdown } from '../../platform/context/shutdown';
import { ResumableRequests } from '../../platform/idempotency/resumable-requests';
import type { Transactions } from '../../platform/database/transactions';
import type { Colleagues } from './colleagues';
import { Requesters } from '../../requesters';
import type { TicketWriter } from '../write/ticket-writer';
import { ImportService } from './import.service';
import { ImportedTickets } from './imported-tickets';
import { readImportMap } from './meaning/import-map';
import type { ValidRow } from './row-checker';

const ROWS = 100;
const LONG = 200_000;
const MAX_HELD = 5_000_000;

/** Each garbage collection takes a part of a second, and several seconds on a busy machine. */
const TIMEOUT_MS = 300_000;

/** Runs no statement: the writer stores every row, and no row has a requester. */
const NO_DATABASE = { run: (work: () => Promise<unknown>) => work() } as unknown as Transactions;
const NOBODY = { assign: (rows: readonly ValidRow[]) => Promise.resolve(rows) } as Colleagues;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** @param collections number of garbage collections; V8 keeps hidden classes, with the names in them, for a few */
function memoryUsed(collections: number): number {
  for (let times = 0; times < collections; times++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The memory that an import or a check holds at the last row, in bytes. */
async function heldByImport(format: RowFormat, rows: Iterable<string>, isCheck: boolean): Promise<number> {
  const writer = { createMany: () => Promise.resolve([]) } as unknown as TicketWriter;
  const importer = new ImportService(
    new ImportedTickets(writer, NO_DATABASE, new Requesters(NO_DATABASE), NOBODY),
    NOBODY,
    new Shutdown(),
    NO_DATABASE,
    new ResumableRequests(NO_DATABASE),
  );
  const before = memoryUsed(1);
  let held = 0;
  const buffers = function* () {
    for (const row of rows) yield Buffer.from(`${row}\n`);
    held = memoryUsed(3) - before;
  };
  const file = {
    format,
    content: Readable.from(buffers()),
    signal: new AbortController().signal,
    recheckAccess: () => Promise.resolve(),
  };
  const defaults = { category: 'general', priority: 'low' } as const;
  const options = { defaults, titleIsDescription: true, map: readImportMap([]), isCheck, isPartial: false };
  await importer.importFile(LOCAL_ACTOR, file, options);
  return held;
}

const repeat = (row: (index: number) => string) => Array.from({ length: ROWS }, (_, index) => row(index));
const jsonRows = (row: (index: number) => object) => repeat((index) => JSON.stringify(row(index)));

/** A long text, different for each index. */
const long = (index: number) => `${index}${'x'.repeat(LONG)}`;

it.each<[string, RowFormat, () => readonly string[]]>([
  ['long names', 'ndjson', () => jsonRows((index) => ({ [long(index)]: 1 }))],
  ['long words', 'ndjson', () => jsonRows((index) => ({ title: 'A', category: long(index) }))],
  [
    'long spaces around words',
    'ndjson',
    () => jsonRows((index) => ({ category: `a word ${index}${' '.repeat(LONG)}` })),
  ],
  [
    'columns that are ignored',
    'csv',
    () => ['title,x', ...repeat((index) => `The title of row ${index},${long(index)}`)],
  ],
  [
    'words of rows with such columns',
    'csv',
    () => ['title,status,x', ...repeat((index) => `A,a status ${index} of rows,${long(index)}`)],
  ],
  [
    'tags that are left out',
    'ndjson',
    () => jsonRows((index) => ({ title: 'A', tags: `a-tag-of-thirty-characters-${index},${long(index)}` })),
  ],
  [
    'long names of people',
    'ndjson',
    () => jsonRows((index) => ({ title: 'A', assignee: long(index), team: long(index) })),
  ],
  ['long requesters', 'ndjson', () => jsonRows((index) => ({ title: 'A', requester: long(index) }))],
  ['chunks', 'ndjson', () => repeat(() => ' '.repeat(LONG))],
  ['long descriptions', 'ndjson', () => jsonRows(() => ({ title: 'A', description: 'x'.repeat(100_000) }))],
])(
  'holds no %s in memory while it reads more rows',
  async (_name, format, rows) => {
    expect(await heldByImport(format, rows(), false)).toBeLessThan(MAX_HELD);
    expect(await heldByImport(format, rows(), true)).toBeLessThan(MAX_HELD);
  },
  TIMEOUT_MS,
);
