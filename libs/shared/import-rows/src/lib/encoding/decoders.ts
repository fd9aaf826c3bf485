import { CODE_PAGES } from '#import-rows/encoding/code-pages';

/** Decodes text that arrives in chunks, like `TextDecoder`. */
export interface Decoder {
  /** The name of the encoding. */
  readonly encoding: string;
  /** Decodes a chunk. With `stream`, a character may continue in the next one. Invalid bytes become U+FFFD. */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * Creates a decoder for a WHATWG encoding label or the name of a DOS code page.
 * @throws RangeError if the encoding is unknown
 */
export function decoderFor(label: string): Decoder {
  const name = label.trim().toLowerCase();
  const page = CODE_PAGES.find(({ labels }) => labels.includes(name));
  if (page) return new CodePageDecoder(page.labels[0] ?? name, page.characters);
  const decoder = new TextDecoder(label);
  return decoder.decode(Uint8Array.of(0x1a)) === '\x1a' ? decoder : new ShiftJisDecoder(decoder);
}

/** Whether the label of an encoding is supported. */
export function isKnown(label: string): boolean {
  try {
    return Boolean(decoderFor(label));
  } catch {
    return false;
  }
}

/** Node's decoder of Shift_JIS exchanges three control characters, as IBM 943 does. One of them, Ctrl-Z, ends a file. */
const EXCHANGED: Readonly<Record<string, string>> = { '\x1c': '\x1a', '\x7f': '\x1c', '\x1a': '\x7f' };

class ShiftJisDecoder implements Decoder {
  readonly encoding: string;
  private readonly decoder: Decoder;

  constructor(decoder: Decoder) {
    this.encoding = decoder.encoding;
    this.decoder = decoder;
  }

  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string {
    return this.decoder.decode(bytes, options).replace(/[\x1a\x1c\x7f]/g, (character) => EXCHANGED[character] ?? '');
  }
}

class CodePageDecoder implements Decoder {
  readonly encoding: string;
  private readonly characters: string;

  constructor(encoding: string, characters: string) {
    this.encoding = encoding;
    this.characters = characters;
  }

  decode(bytes: Uint8Array = new Uint8Array()): string {
    const units = Uint16Array.from(bytes, (byte) => (byte < 0x80 ? byte : this.characters.charCodeAt(byte - 0x80)));
    return new TextDecoder('utf-16le').decode(units);
  }
}
