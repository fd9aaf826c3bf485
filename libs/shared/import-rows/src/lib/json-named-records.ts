import { BYTES } from '#import-rows/bytes';
import { fitOf } from '#import-rows/columns/column-fit';
import { NO_RECORDS } from '#import-rows/json-names';
import { jsonSizeError } from '#import-rows/json-size';
import { MAX_WRAPPERS, type SignPlace } from '#import-rows/json-wrapper';

/** The line and the byte range of a value. */
interface ValueRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** An open object or array. */
interface Container {
  /** Whether its values so far are all objects, so that they may be records with own names. */
  mayHold: boolean;
  isAfterColon: boolean;
  readonly values: ValueRange[];
  open?: { readonly line: number; readonly start: number };
}

/**
 * Finds records that are the values of an object, as in exports of Firebase and pandas: `{"-Nx1": {"title": "A"}, "-Nx2": {"title": "B"}}`.
 * The first two values have to be objects with the same name for the title.
 */
export class JsonNamedRecords {
  private containers: Container[] = [];

  /** Starts another object. */
  start(position: number, line: number): void {
    this.containers = [];
    this.open(BYTES.openBrace, '', { before: 0, after: 1, position, line });
  }

  /** Reads a byte outside of strings. At the end of the second value, returns both values if they may be records. */
  read(byte: number, name: string, place: SignPlace): readonly ValueRange[] | undefined {
    const { before, after, position } = place;
    if (after > before) {
      this.open(byte, name, place);
      return undefined;
    }
    const container = this.containers[after];
    if (after < before) {
      this.containers.length = Math.min(this.containers.length, before);
      if (!container?.open) return undefined;
      container.values.push({ ...container.open, end: position + 1 });
      container.open = undefined;
      const isComplete = container.mayHold && container.values.length === 2;
      return isComplete ? container.values : undefined;
    }
    if (!container) return undefined;
    if (byte === BYTES.colon) container.isAfterColon = true;
    else if (byte === BYTES.comma) container.isAfterColon = false;
    else if (container.isAfterColon) container.mayHold = false; // a string or a number
    return undefined;
  }

  private open(byte: number, name: string, { before, after, position, line }: SignPlace): void {
    if (before > MAX_WRAPPERS) return;
    const parent = this.containers[before];
    const isObject = byte === BYTES.openBrace;
    if (parent && !isObject) parent.mayHold = false;
    if (parent && isObject) parent.open = { line, start: position };
    const mayHold = isObject && !NO_RECORDS.has(name.toLowerCase());
    this.containers[after] = { mayHold, isAfterColon: false, values: [] };
  }
}

/**
 * Two values with their bytes, if they are tickets; otherwise none.
 * @param copy the bytes of a range, if they are not too many
 */
export function namedRecords(
  values: readonly ValueRange[],
  copy: (range: ValueRange) => Uint8Array | undefined,
  title: string | undefined,
): readonly (ValueRange & { readonly bytes: Uint8Array })[] {
  const found = values.flatMap((value) => {
    const bytes = copy(value);
    return bytes ? [{ ...value, bytes }] : [];
  });
  const [first, second] = found;
  return first && second && areRecords(first.bytes, second.bytes, title) ? found : [];
}

/** Whether two values are tickets: both have the same name for the title, directly or in an inner object. */
function areRecords(first: Uint8Array, second: Uint8Array, title: string | undefined): boolean {
  const others = new Set(namesOf(second));
  return namesOf(first).some((name) => others.has(name) && (name === title || fitOf(name)?.field === 'title'));
}

/** Maximum number of names compared. */
const MAX_NAMES = 1000;

/** Names in an object and, with dots, in the objects directly inside it; empty if it is not JSON or exceeds the limits of a row. */
export function namesOf(value: Uint8Array): string[] {
  const names: string[] = [];
  if (jsonSizeError(value)) return names;
  try {
    const object = JSON.parse(new TextDecoder().decode(value)) as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(object).slice(0, MAX_NAMES)) {
      if (names.length >= MAX_NAMES) break;
      names.push(name, ...innerNames(object[name]).map((inner) => `${name}.${inner}`));
    }
  } catch {
    return []; // the record itself is reported as malformed
  }
  return names;
}

function innerNames(value: unknown): string[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.keys(value).slice(0, MAX_NAMES) : [];
}
