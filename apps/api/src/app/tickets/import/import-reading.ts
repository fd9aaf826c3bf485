import type { PropertyName } from '@docket/domain';
import type { ImportColumnDto, ImportFormatDto, ImportReadingDto, ImportWordDto } from './import-reading.dto';
import { detached } from './detached';
import type { Column } from './meaning/column-plan';
import { shortened } from '@docket/import-rows';

/** A field that got a value because the row has none, or a word that is not known. */
export type DefaultedField = PropertyName | 'description';

/** A field that a row can lose: a requester without an email address, an unknown name, or a tag that is not allowed. */
export type LeftOutField = 'requester' | 'assignee' | 'team' | 'tags';

/** What a row got or lost. */
export interface RowAdjustments {
  readonly defaulted: readonly DefaultedField[];
  readonly leftOut: readonly LeftOutField[];
}

/** Maximum number of columns, and of words, in a response. */
const MAX_LISTED = 200;

/** How the file has been understood so far: its words, the fields that got a default, and the values that were left out. */
export class ImportReading {
  private readonly words = new Map<string, ImportWordDto>();
  private readonly defaulted: Record<DefaultedField, number> = { category: 0, priority: 0, status: 0, description: 0 };
  private readonly leftOut: Record<LeftOutField, number> = { requester: 0, assignee: 0, team: 0, tags: 0 };
  private hasForeignWords = false;

  /** Counts a row that uses a word for a property. */
  countWord(property: PropertyName, word: string, label: string | undefined, reason: ImportWordDto['reason']): void {
    if (reason !== 'name') this.hasForeignWords = true;
    const name = shortened(word.trim());
    const known = this.words.get(`${property} ${name}`);
    if (known) known.rows++;
    else if (this.words.size < MAX_LISTED) {
      const copy = detached(name);
      this.words.set(`${property} ${copy}`, { property, word: copy, label, reason, rows: 1 });
    }
  }

  /** Counts what a row got or lost that is imported, or would be. */
  countAdjustments({ defaulted, leftOut }: RowAdjustments): void {
    for (const field of defaulted) this.defaulted[field]++;
    for (const field of leftOut) this.leftOut[field]++;
  }

  /** The number of rows with a default property. */
  get defaults(): Readonly<Record<DefaultedField, number>> {
    return this.defaulted;
  }

  /** Whether the file uses other names, words or forms than this API. */
  hasGuesses(columns: readonly Column[], file: ImportFormatDto): boolean {
    return (
      this.hasForeignWords ||
      this.defaulted.description > 0 ||
      Object.values(this.leftOut).some((rows) => rows > 0) ||
      columns.some(({ field, reason }) => field !== undefined && reason !== 'name') ||
      file.encoding_guessed ||
      file.format === 'json' ||
      (file.separator !== undefined && file.separator !== ',')
    );
  }

  toDto(columns: readonly Column[], file: ImportFormatDto): ImportReadingDto {
    return {
      file,
      columns: listed(columns).map((column): ImportColumnDto => ({ ...column, name: shortened(column.name) })),
      words: [...this.words.values()],
      defaulted: { ...this.defaulted },
      left_out: { ...this.leftOut },
    };
  }
}

/** All columns that fill a field, and as many of the others as fit, in their order. */
function listed(columns: readonly Column[]): readonly Column[] {
  let others = MAX_LISTED - columns.filter(({ field }) => field).length;
  return columns.filter(({ field }) => field !== undefined || others-- > 0);
}
