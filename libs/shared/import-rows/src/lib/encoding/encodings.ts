import { BYTES, BYTE_ORDER_MARK } from '#import-rows/bytes';

/** Number of valid UTF-8 sequences that rules out chance, if no invalid byte precedes them. */
const SURE_SEQUENCES = 8;

/** Minimum number of sequences per invalid byte in UTF-8 text. Rows with invalid bytes are rejected. */
const VALID_PER_INVALID = 10;

/** Bytes that are examined for the NULs of UTF-16. */
const UTF16_SAMPLE = 4096;

/** Minimum ratio between the NULs of the two halves of UTF-16. The other half has some in characters such as U+5F00. */
const MORE_NULS = 3;

/** The encoding and the length of a byte order mark. */
export function markedEncoding(bytes: Uint8Array): { readonly encoding: string; readonly length: number } | undefined {
  if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** Byte order of UTF-16 whose first two characters are ASCII. */
export function utf16Start([a, b, c, d]: Uint8Array): string | undefined {
  if (a && b === BYTES.nul && c && d === BYTES.nul) return 'utf-16le';
  if (a === BYTES.nul && b && c === BYTES.nul && d) return 'utf-16be';
  return undefined;
}

/** Whether the text is certainly UTF-8: its first sequences are valid. Examines only these. */
export function startsAsUtf8(sample: Uint8Array): boolean {
  return countUtf8(sample, SURE_SEQUENCES).valid === SURE_SEQUENCES;
}

/**
 * The encoding of a complete sample; undefined if it must be guessed.
 * @param hasStart whether it includes the start of the file
 * @param hasEnd whether it includes the end of the file, so that its last character is complete
 */
export function certainEncoding(sample: Uint8Array, hasStart: boolean, hasEnd: boolean): string | undefined {
  const utf16 = hasStart ? utf16ByNuls(sample) : undefined;
  if (utf16) return utf16;
  const { valid, invalid, isCut } = countUtf8(sample, Infinity);
  return valid >= VALID_PER_INVALID * (hasEnd && isCut ? invalid + 1 : invalid) ? 'utf-8' : undefined;
}

/** Byte order of UTF-16 by its NULs: at least one byte in twenty, most of them first or most of them second bytes. */
function utf16ByNuls(sample: Uint8Array): string | undefined {
  const nuls: [number, number] = [0, 0];
  const length = Math.min(sample.length, UTF16_SAMPLE);
  for (let index = 0; index < length; index++) if (sample[index] === BYTES.nul) nuls[index % 2 === 0 ? 0 : 1]++;
  const [first, second] = nuls;
  if (Math.max(first, second) * 20 < length) return undefined;
  if (first >= MORE_NULS * second) return 'utf-16be';
  return second >= MORE_NULS * first ? 'utf-16le' : undefined;
}

/** Number of UTF-8 sequences other than ASCII, number of bytes outside of sequences, and whether the last sequence is incomplete. */
interface Utf8Count {
  readonly valid: number;
  readonly invalid: number;
  readonly isCut: boolean;
}

/** Stops after `enough` sequences or an invalid byte. With Infinity, counts the whole text. */
function countUtf8(bytes: Uint8Array, enough: number): Utf8Count {
  let [valid, invalid] = [0, 0];
  let isCut = false;
  for (let index = 0; index < bytes.length && valid < enough && (invalid === 0 || enough === Infinity);) {
    const lead = bytes[index] ?? 0;
    const length = lead < 0x80 ? 1 : sequenceLength(lead);
    const isValid = length > 0 && hasContinuation(bytes, index, length);
    if (lead >= 0x80) {
      if (!isValid) invalid++;
      else if (index + length <= bytes.length) valid++;
      else isCut = true;
    }
    index += isValid ? length : 1;
  }
  return { valid, invalid, isCut };
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Whether the rest of a sequence is valid, as far as the bytes reach. */
function hasContinuation(bytes: Uint8Array, start: number, length: number): boolean {
  const [lead, second = 0x80] = [bytes[start], bytes[start + 1]];
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return false;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return false;
  for (let index = start + 1; index < Math.min(start + length, bytes.length); index++)
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
