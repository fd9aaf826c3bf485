import { BYTES, isLineBreak } from '#import-rows/bytes';
import { type Decoder, decoderFor } from '#import-rows/encoding/decoders';
import { certainEncoding, markedEncoding, startsAsUtf8, utf16Start } from '#import-rows/encoding/encodings';
import { guessEncoding } from '#import-rows/encoding/guess-encoding';
import { escapeSequenceAt } from '#import-rows/encoding/iso-2022-jp';
import { concat } from '#import-rows/file-row';

/** Maximum number of bytes examined to find the encoding, from the first non-ASCII byte on. */
const SAMPLE_MAX_BYTES = 262_144;

/** Maximum number of bytes of the sample in a guess. Far fewer reveal a language. */
const GUESSED_BYTES = 16_384;

/** Number of ASCII bytes before the sample that a guess includes. */
const CONTEXT_BYTES = 1024;

/** Maximum number of bytes of the first line that are held back, because it may be UTF-16. */
const HEAD_MAX_BYTES = 65_536;

/** Replacement character of decoders for invalid bytes, and the invalid UTF-8 byte that replaces it. */
const REPLACEMENT = '\ufffd';
const INVALID = Uint8Array.of(0xff);

/** State of the detection: nothing read, in the first line, only ASCII so far, in the sample, or encoding known. */
type State = 'mark' | 'head' | 'ascii' | 'sample' | 'known';

export interface TranscoderOptions {
  /** The encoding that the sender declares, by its label. Only a byte order mark takes precedence. */
  readonly encoding?: string;
}

/**
 * Converts text to UTF-8 while it arrives. The encoding is that of the byte order mark, else the declared one, else UTF-16 if NUL bytes
 * show it, else ISO-2022-JP if there is an escape sequence of it, else UTF-8 if the text is valid UTF-8, else a guess. ASCII passes
 * unchanged in every encoding, so the decision is made at the first other byte, with up to 256 kB of what follows. Bytes that are invalid
 * in the encoding become invalid UTF-8, so that the caller can reject their rows: nothing is replaced silently, and a decision is never
 * revised.
 */
export class Transcoder {
  /** The name of the encoding; `utf-8` for pure ASCII. */
  encoding = 'utf-8';
  isGuessed = false;
  /** Number of bytes of a UTF-8 byte order mark, which is not part of the text. */
  markLength = 0;
  private state: State = 'mark';
  private readonly options: TranscoderOptions;
  private held: Uint8Array[] = [];
  private heldLength = 0;
  private nextExamination = 4;
  private isFirstLine = true;
  /** The last bytes before the first non-ASCII byte. */
  private context: Uint8Array = new Uint8Array();
  private decoder: Decoder | undefined;
  private readonly encoder = new TextEncoder();

  constructor(options: TranscoderOptions = {}) {
    this.options = options;
  }

  /** Whether the encoding is decided. */
  get isKnown(): boolean {
    return this.state === 'known';
  }

  /** Returns the text of this chunk, as far as its encoding is known. The bytes may share the chunk's memory. */
  *push(chunk: Uint8Array): Generator<Uint8Array> {
    if (this.state === 'known') {
      yield* this.convert(chunk);
      return;
    }
    if (this.state === 'ascii') {
      yield* this.readAscii(chunk);
      return;
    }
    this.held.push(chunk);
    this.heldLength += chunk.length;
    if (this.heldLength < this.nextExamination) return;
    this.nextExamination = 2 * this.heldLength;
    yield* this.examine(false);
  }

  /** Returns the rest of the text. */
  *end(): Generator<Uint8Array> {
    if (this.state !== 'known' && (this.state !== 'ascii' || this.heldLength)) yield* this.examine(true);
    const rest = this.decoder?.decode();
    if (rest) yield this.encode(rest);
  }

  private *examine(isEnd: boolean): Generator<Uint8Array> {
    const bytes = concat(this.held);
    this.held = [bytes];
    if (this.state === 'mark') {
      const marked = markedEncoding(bytes);
      if (marked?.encoding === 'utf-8') this.markLength = marked.length;
      if (marked) {
        yield* this.decode(marked.encoding, bytes.subarray(marked.length));
        return;
      }
      if (this.options.encoding) {
        yield* this.decode(this.options.encoding, bytes);
        return;
      }
      this.state = 'head';
    }
    if (this.state === 'head') yield* this.readHead(bytes, isEnd);
    else yield* this.readSample(bytes, isEnd);
  }

  private *readHead(bytes: Uint8Array, isEnd: boolean): Generator<Uint8Array> {
    const end = bytes.findIndex((byte) => byte >= 0x80 || byte === BYTES.nul || isLineBreak(byte));
    if (end !== -1 && !isLineBreak(bytes[end])) {
      yield* this.readSample(bytes, isEnd);
      return;
    }
    if (end === -1 && bytes.length < HEAD_MAX_BYTES && !isEnd) return;
    this.isFirstLine = false;
    this.hold();
    yield* this.readAscii(bytes);
    if (isEnd && this.heldLength) yield* this.examine(true);
  }

  private *readAscii(part: Uint8Array): Generator<Uint8Array> {
    this.state = 'ascii';
    const chunk = concat([...this.held, part]); // the held bytes are the start of an escape sequence
    const end = asciiLength(chunk);
    this.context = concat([this.context, chunk.subarray(Math.max(0, end - CONTEXT_BYTES), end)]).slice(-CONTEXT_BYTES);
    if (end > 0) yield chunk.subarray(0, end);
    const rest = chunk.subarray(end);
    const escape = escapeSequenceAt(rest, 0);
    if (escape === 'complete') {
      this.isGuessed = true;
      yield* this.decode('iso-2022-jp', rest);
      return;
    }
    this.hold(...(rest.length ? [rest] : []));
    if (rest.length && !escape) yield* this.readSample(rest, false);
  }

  private *readSample(bytes: Uint8Array, isEnd: boolean): Generator<Uint8Array> {
    this.state = 'sample';
    const sample = bytes.subarray(0, SAMPLE_MAX_BYTES);
    const certain = (this.isFirstLine && utf16Start(sample)) || (startsAsUtf8(sample) && 'utf-8');
    if (certain) {
      yield* this.decode(certain, bytes);
      return;
    }
    if (!isEnd && bytes.length < SAMPLE_MAX_BYTES) return;
    const encoding = certainEncoding(sample, this.isFirstLine, isEnd && sample.length === bytes.length);
    this.isGuessed = !encoding;
    yield* this.decode(encoding ?? guessEncoding(concat([this.context, sample.subarray(0, GUESSED_BYTES)])), bytes);
  }

  private *decode(encoding: string, bytes: Uint8Array): Generator<Uint8Array> {
    this.state = 'known';
    this.hold();
    const decoder = decoderFor(encoding);
    this.encoding = decoder.encoding;
    if (this.encoding !== 'utf-8') this.decoder = decoder;
    yield* this.convert(bytes);
  }

  private *convert(chunk: Uint8Array): Generator<Uint8Array> {
    if (!this.decoder) {
      if (chunk.length) yield chunk;
      return;
    }
    const text = this.decoder.decode(chunk, { stream: true });
    if (text) yield this.encode(text);
  }

  private encode(text: string): Uint8Array {
    if (!text.includes(REPLACEMENT)) return this.encoder.encode(text);
    const parts = text.split(REPLACEMENT).map((part) => this.encoder.encode(part));
    return concat(parts.flatMap((part, index) => (index ? [INVALID, part] : [part])));
  }

  /** Replaces the held bytes. The next examination waits until they have doubled, so that many small chunks take linear time. */
  private hold(...bytes: Uint8Array[]): void {
    this.held = bytes;
    this.heldLength = bytes[0]?.length ?? 0;
    this.nextExamination = 2 * this.heldLength;
  }
}

/** Length of the ASCII text at the start, up to an escape sequence. */
function asciiLength(bytes: Uint8Array): number {
  for (let index = 0; index < bytes.length; index++)
    if ((bytes[index] ?? 0) >= 0x80 || escapeSequenceAt(bytes, index)) return index;
  return bytes.length;
}
