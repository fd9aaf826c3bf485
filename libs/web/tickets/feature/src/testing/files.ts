import * as node from 'node:buffer';

/** A file as browsers have it: that of jsdom cannot be read. */
export function aFile(content: string | Uint8Array, name = 'export.csv'): File {
  return new node.File([content], name) as unknown as File;
}
