import type { PropertyName } from '@docket/domain';
import type { ImportColumnDto, ImportFormatDto, ImportReadingDto, ImportWordDto } from './import-reading.dto';
import { detached } from './detached';
import type { Column } from './meaning/column-plan';
import { NO_ADJUSTMENTS } from './row-adjustments';
import { shortened } from '@docket/import-rows';

/** Maximum number of columns, and of words, in a response. */
const MAX_LISTED = 200;

/** The interpretation of a file so far: its words, the fields that got a default, and the values that were left out. */
export class ImportReading {
  private readonly words = new Map<string, ImportWordDto>();
  /** Adjustments of the rows that are imported, or would be. */
  adjustments = NO_ADJUSTMENTS;
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

  /** Whether the file uses names, words or formats other than those of this API. */
  hasGuesses(columns: readonly Column[], file: ImportFormatDto): boolean {
    const { defaulted, leftOut } = this.adjustments;
    return (
      this.hasForeignWords ||
      defaulted.description > 0 ||
      Object.values(leftOut).some((rows) => rows > 0) ||
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
      defaulted: { ...this.adjustments.defaulted },
      left_out: { ...this.adjustments.leftOut },
    };
  }
}

/** All columns that fill a field, and as many others as fit, in file order. */
function listed(columns: readonly Column[]): readonly Column[] {
  let others = MAX_LISTED - columns.filter(({ field }) => field).length;
  return columns.filter(({ field }) => field !== undefined || others-- > 0);
}
