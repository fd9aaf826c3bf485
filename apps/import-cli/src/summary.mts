import { relative } from 'node:path';
import type { Options } from './options.mts';
import type { RejectsFile } from './rejects-file.mts';
import type { Tally } from './tally.mts';

/** Maximum number of reasons in the summary. The file of reasons has all of them. */
const MAX_REASONS = 8;

/** Formats the result of the import in a few lines. */
export function summarise(tally: Tally, options: Options, { paths }: Pick<RejectsFile, 'paths'>): string {
  const { imported, rejected, defaulted, seconds, rowsPerSecond, reasons, alreadyImported, guesses } = tally;
  const lines = [
    options.check
      ? `Nothing was imported. ${checkedRows(tally)} can be imported.`
      : `Imported ${rows(imported)} in ${seconds.toFixed(1)} s (${rowsPerSecond.toLocaleString('en')} rows a second).`,
    ...guesses.format,
    ...guesses.columns,
    ...guesses.labels,
    ...guesses.losses,
  ];
  if (alreadyImported) lines.push(`${rows(alreadyImported)} had been imported before and changed nothing.`);
  if (defaulted.category)
    lines.push(`${rows(defaulted.category)} had no category that Docket knows: ${options.defaultCategory} was used.`);
  if (defaulted.priority)
    lines.push(`${rows(defaulted.priority)} had no priority that Docket knows: ${options.defaultPriority} was used.`);
  if (!rejected) return lines.join('\n');

  lines.push(options.check ? `${rows(rejected)} cannot be imported:` : `Rejected ${rows(rejected)}:`);
  const [named, others] = [reasons.mostFrequent.slice(0, MAX_REASONS), reasons.mostFrequent.slice(MAX_REASONS)];
  for (const [reason, count] of named) lines.push(`  ${count.toLocaleString('en')} × ${reason}`);
  if (others.length) lines.push(`  and ${others.length} other reasons`);
  if (paths) {
    lines.push(`The rows are in ${shortest(paths.rowsPath)}, the reasons in ${shortest(paths.reasonsPath)}.`);
    lines.push('Correct them there and import that file in the same way.');
  }
  return lines.join('\n');
}

function checkedRows({ checked: { rows: count, importable, isWholeFile } }: Tally): string {
  return `${importable.toLocaleString('en')} of ${isWholeFile ? '' : 'the first '}${rows(count)}`;
}

function rows(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
}

function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
