import { toPrintable } from '#domain/printable';
import type { FileFormat } from '#import-rows/file-splitter';
import type { LeftOut, Reading, Word } from './docket-api.mts';

/** Maximum number of counted words. */
const MAX_WORDS = 200;

/** Maximum number of words in one line of the summary. */
const MAX_SHOWN = 8;

const LEFT_OUT = ['requester', 'assignee', 'team', 'tags'] as const satisfies readonly (keyof LeftOut)[];

/** The server's interpretation of columns and words, over all parts of a file. */
export class Guesses {
  /** The command's reading of the file. The server receives converted parts. */
  file: Omit<FileFormat, 'format'> | undefined;
  private reading: Reading | undefined;
  private readonly words = new Map<string, { word: Word; rows: number }>();
  private withoutDescription = 0;
  private readonly leftOut = { requester: 0, assignee: 0, team: 0, tags: 0 } satisfies LeftOut;

  add(reading: Reading): void {
    this.reading = reading;
    this.withoutDescription += reading.defaulted.description;
    for (const field of LEFT_OUT) this.leftOut[field] += reading.left_out?.[field] ?? 0;
    for (const word of reading.words) {
      const key = JSON.stringify([word.property, word.word]);
      const known = this.words.get(key);
      if (known) known.rows += word.rows;
      else if (this.words.size < MAX_WORDS) this.words.set(key, { word, rows: word.rows });
    }
  }

  /** Lines of the summary for columns that fill fields, and for ignored ones. */
  get columns(): readonly string[] {
    const columns = this.reading?.columns ?? [];
    const used = columns.flatMap(({ name, field }) => (field ? [`${field} from "${toPrintable(name)}"`] : []));
    const ignored = columns.filter(({ field }) => !field).map(({ name }) => `"${toPrintable(name)}"`);
    return [
      ...(used.length ? [`Columns: ${used.join(', ')}.`] : []),
      ...(ignored.length ? [`Ignored: ${limited(ignored)}.`] : []),
    ];
  }

  /** Lines of the summary for words with a different label. */
  get labels(): readonly string[] {
    const words = [...this.words.values()];
    const lines = ['category', 'priority', 'status'].flatMap((property) => {
      const understood = words.filter(
        ({ word }) => word.property === property && ['synonym', 'map'].includes(word.reason),
      );
      return understood.length ? [`${property}: ${limited(understood.map(({ word }) => meaning(word)))}.`] : [];
    });
    const unknown = words.filter(({ word }) => word.reason === 'default');
    return [
      ...lines,
      ...unknown.slice(0, MAX_SHOWN).map(({ word, rows }) => {
        return `${rowCount(rows)} had the ${word.property} "${toPrintable(word.word)}", which Docket does not know: ${word.label} was used. --map '${word.property}.${toPrintable(word.word)}=…' says what it means.`;
      }),
      ...(unknown.length > MAX_SHOWN ? [`${unknown.length - MAX_SHOWN} other words were not known either.`] : []),
      ...(this.withoutDescription
        ? [
            `${this.withoutDescription.toLocaleString('en')} ${this.withoutDescription === 1 ? 'description was' : 'descriptions were'} empty: the title was used.`,
          ]
        : []),
    ];
  }

  /** Lines of the summary for values of rows that the tickets lack. */
  get losses(): readonly string[] {
    const { requester, assignee, team, tags } = this.leftOut;
    return [
      ...(requester
        ? [
            `${rowCount(requester)} named the requester without an email address: ${requester === 1 ? 'its ticket has' : 'their tickets have'} none. Export the addresses, too.`,
          ]
        : []),
      ...(assignee
        ? [`${rowCount(assignee)} had an assignee who is not exactly one person in Docket: nobody is assigned.`]
        : []),
      ...(team ? [`${rowCount(team)} had a team that is not in Docket: the tickets have none.`] : []),
      ...(tags
        ? [`${rowCount(tags)} had more than 10 tags, or one of more than 40 characters: these were left out.`]
        : []),
    ];
  }

  /** Lines of the summary for the format of the file. */
  get format(): readonly string[] {
    const { encoding = 'utf-8', isEncodingGuessed, separator, headerLine } = this.file ?? {};
    const parts = [
      ...(isEncodingGuessed ? [`its encoding seems to be ${encoding} (--encoding corrects that)`] : []),
      ...(headerLine ? [`its header row is line ${headerLine}`] : []),
      ...(separator && separator !== ',' ? [`its values are separated by ${JSON.stringify(separator)}`] : []),
    ];
    return parts.length ? [`The file: ${parts.join(', ')}.`] : [];
  }
}

function rowCount(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

function meaning({ word, label }: Word): string {
  return `"${toPrintable(word)}" is ${label ?? 'nothing'}`;
}

function limited(texts: readonly string[]): string {
  const more = texts.length > MAX_SHOWN ? ` and ${texts.length - MAX_SHOWN} more` : '';
  return texts.slice(0, MAX_SHOWN).join(', ') + more;
}
