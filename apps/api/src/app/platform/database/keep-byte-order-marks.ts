/**
 * Creates an object that decodes text, such as PGlite, so that it keeps a U+FEFF at the start of a text, as the `pg` driver does.
 * PGlite 0.5 decodes each value with a `TextDecoder` that takes it for a byte order mark and drops it, and has no option for it.
 * @param create creates its decoders before it returns
 */
export function keepByteOrderMarks<T>(create: () => T): T {
  const Standard = globalThis.TextDecoder;
  globalThis.TextDecoder = class extends Standard {
    constructor(...[label, options]: ConstructorParameters<typeof Standard>) {
      super(label, { ...options, ignoreBOM: true });
    }
  };
  try {
    return create();
  } finally {
    globalThis.TextDecoder = Standard;
  }
}
