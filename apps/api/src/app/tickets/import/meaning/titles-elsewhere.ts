import { type ColumnFit, FITS, fitOf, foldWord } from '@docket/import-rows';

type Fits = readonly (ColumnFit | undefined)[];

/** Fields that a ticket has and other objects around a text rarely have. */
const STATES = ['status', 'priority'] as const;

/** Fields of a ticket. None of them may be outside of its wrapper. */
const TEXTS_AND_STATES: readonly string[] = ['title', 'description', ...STATES];

/** Number of rows without a title in which a wrapper is searched. A file may have other names in each row, and a search reads all of them. */
const MAX_SEARCHES = 10;

/**
 * The object around the fields of a ticket in one file: `values.Summary` and `values.Status` in BMC Helix, `record.subject` and
 * `record.state` elsewhere.
 */
export class TicketWrapper {
  private prefix: string | undefined;
  private searches = 0;

  /**
   * The fits of the names inside the wrapper, and of the others. Undefined if no object has a title and a state, if several have, or if
   * such fields are outside of it, too.
   */
  fitsOf(names: readonly string[], fits: Fits): Fits | undefined {
    if (fits.some((fit, at) => fit && TEXTS_AND_STATES.includes(fit.field) && !names[at]?.includes('.')))
      return undefined;
    if (this.prefix === undefined && this.searches < MAX_SEARCHES) this.search(names);
    const { prefix } = this;
    if (prefix === undefined) return undefined;
    return fits.map((fit, at) => (names[at]?.startsWith(prefix) ? fitOf(names[at].slice(prefix.length)) : fit));
  }

  private search(names: readonly string[]): void {
    this.searches++;
    this.prefix = wrapperIn(names);
  }
}

/** The beginning of the names in the only object with a title and a state, with its dot. */
function wrapperIn(names: readonly string[]): string | undefined {
  const found = new Map<string, (ColumnFit | undefined)[]>();
  for (const name of names) {
    for (const prefix of prefixesOf(name)) {
      const inner = found.get(prefix) ?? [];
      inner.push(fitOf(name.slice(prefix.length)));
      found.set(prefix, inner);
    }
  }
  const [wrapper, ...others] = [...found].filter(([, inner]) => isTicket(inner)).map(([prefix]) => prefix);
  return wrapper !== undefined && others.every((prefix) => prefix.startsWith(wrapper)) ? wrapper : undefined;
}

function isTicket(fits: Fits): boolean {
  const fields = new Set(fits.map((fit) => (fit && fit.fit < FITS.weak ? fit.field : undefined)));
  return (fields.has('title') || fields.has('description')) && STATES.some((field) => fields.has(field));
}

/** The dotted beginnings of a name: `data.` and `data.ticket.` of `data.ticket.subject`. */
function prefixesOf(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join('.')}.`);
}

/**
 * Takes the description as the title if another column has the long one: BMC Helix has `Description` and `Detailed Decription`, and IBM
 * Maximo `description` and `description_longdescription`.
 */
export function withShortDescription(names: readonly string[], fits: Fits): Fits {
  const keys = names.map((name, at) => (fits[at]?.field === 'description' ? foldWord(lastPart(name)) : undefined));
  const short = keys.findIndex(
    (key, at) => key && keys.some((other, otherAt) => other && otherAt !== at && isLonger(other, key)),
  );
  return short === -1 ? fits : fits.map((fit, at) => (at === short ? { field: 'title', fit: FITS.weak } : fit));
}

/** Whether a name says "long" or "detailed" about the other one. */
function isLonger(name: string, than: string): boolean {
  return name !== than && (name.includes(than) || (than === foldWord('Description') && name.startsWith('detailed')));
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
