import { FileSplitter, type FileSplitterOptions } from '../lib/file-splitter';
import type { FileRow } from '../lib/file-row';

/** A file that was split into rows. */
interface SplitFile {
  readonly rows: readonly FileRow[];
  readonly format: FileSplitter['format'];
  /** Line and text of each row. */
  readonly texts: readonly (readonly [line: number, text: string | undefined])[];
}

/** Splits a file that arrives in chunks: of `cuts` bytes each, or cut at the given positions. */
export function splitFile(
  file: string | Uint8Array,
  options: FileSplitterOptions = {},
  cuts: number | readonly number[] = Infinity,
): SplitFile {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const splitter = new FileSplitter(options);
  const rows = chunksOf(bytes, cuts).flatMap((chunk) => [...splitter.push(chunk)]);
  rows.push(...splitter.end());
  const texts = rows.map(({ line, bytes }) => [line, bytes && new TextDecoder().decode(bytes)] as const);
  return { rows, format: splitter.format, texts };
}

function chunksOf(bytes: Uint8Array, cuts: number | readonly number[]): Uint8Array[] {
  const places =
    typeof cuts === 'number'
      ? [...bytes.keys()].filter((index) => index % cuts === 0)
      : cuts.map((cut) => cut % (bytes.length + 1));
  const starts = [...new Set([0, ...places])].sort((one, other) => one - other);
  return starts.map((start, index) => bytes.slice(start, starts[index + 1]));
}
