import * as node from 'node:buffer';
import { Subject, firstValueFrom } from 'rxjs';

/** A file with readable content, which jsdom's own class lacks. */
export function aFile(content: string | Uint8Array, name = 'export.csv'): File {
  return new node.File([content], name) as unknown as File;
}

/** Holds back the content of a file until the returned function is called. */
export function holdContent(file: File): () => Promise<void> {
  const released = new Subject<ArrayBuffer>();
  const content = firstValueFrom(released);
  file.slice = () => ({ arrayBuffer: () => content }) as unknown as Blob;
  return async () => {
    released.next(new ArrayBuffer(0));
    await content;
    await new Promise((resolve) => setTimeout(resolve));
  };
}
