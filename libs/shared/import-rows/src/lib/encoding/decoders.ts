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
  return page ? new CodePageDecoder(page.labels[0] ?? name, page.characters) : new TextDecoder(label);
}

/** Whether the label of an encoding is supported. */
export function isKnown(label: string): boolean {
  try {
    return Boolean(decoderFor(label));
  } catch {
    return false;
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
