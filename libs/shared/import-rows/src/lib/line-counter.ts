import { BYTES, isLineBreak } from '#import-rows/bytes';

/** Counts lines that end with LF, CRLF or CR. */
export class LineCounter {
  /** Line of the last byte; after a line break, the next line. */
  line = 1;
  private previousByte = 0;

  read(byte: number): void {
    const isPair = byte === BYTES.lineFeed && this.previousByte === BYTES.carriageReturn;
    if (isLineBreak(byte) && !isPair) this.line++;
    this.previousByte = byte;
  }
}
