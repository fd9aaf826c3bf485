import type { Finding } from './finding';
import { findSecretNames } from './secret-names';

/** Maximum number of rows of a table that are examined. */
const MAX_ROWS = 200;

/** Finds the passwords in the column of a table that is named so, of Markdown or CSV. */
export function findTableSecrets(text: string): Finding[] {
  const findings: Finding[] = [];
  const lines = linesOf(text);
  for (let at = 0; at < lines.length - 1; at++) {
    const header = lines[at];
    const table = header && tableOf(header.text);
    if (!table) continue;
    let row = at + 1;
    for (; row <= at + MAX_ROWS; row++) {
      const line = lines[row];
      const cells = line?.text.split(table.separator);
      if (!line || cells?.length !== table.length) break;
      findings.push(...secretIn(line, cells, table));
    }
    at = row - 1;
  }
  return findings;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

interface Table {
  readonly separator: string;
  /** The number of columns, and the one with the passwords. */
  readonly length: number;
  readonly column: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line };
    start += line.length + 1;
    return found;
  });
}

function tableOf(header: string): Table | undefined {
  const separator = ['|', ';', ','].find((one) => header.includes(one));
  if (separator === undefined || header.length > 1000) return undefined;
  const cells = header.split(separator);
  const column = cells.findIndex(isPasswordColumn);
  return column === -1 ? undefined : { separator, length: cells.length, column };
}

function isPasswordColumn(cell: string): boolean {
  const name = withoutMarks(cell);
  const [first] = findSecretNames(name);
  return first?.kind === 'password' && first.start === 0 && first.end === name.length;
}

function secretIn({ start, text }: Line, cells: readonly string[], { column, separator }: Table): Finding[] {
  const cell = cells[column] ?? '';
  const value = withoutMarks(cell);
  if (value.length < 3 || /\s|^[-:=]+$/.test(value) || text.length > 10_000) return [];
  const before = cells.slice(0, column).join(separator).length + (column ? separator.length : 0);
  const at = start + before + cell.indexOf(value);
  return [{ start: at, end: at + value.length, placeholder: '[key]' }];
}

/** The content of a cell without quotation marks and Markdown. */
function withoutMarks(cell: string): string {
  return cell
    .trim()
    .replace(/^["'`*]{1,3}/, '')
    .replace(/["'`*]{1,3}$/, '');
}
