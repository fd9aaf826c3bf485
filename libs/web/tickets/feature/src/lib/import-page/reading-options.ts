import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DateOrder, ImportResult } from '@docket/web/tickets/data/imports';
import type { ImportCorrections } from './import-corrections';
import { SelectField, type SelectOption } from './select-field';

type FileReading = NonNullable<ImportResult['reading']>['file'];

/** Encodings of exports, labelled by region. Others are only detected by the API. */
const ENCODINGS: readonly SelectOption[] = [
  { value: 'utf-8', text: 'UTF-8' },
  { value: 'windows-1252', text: 'Western European (Windows-1252)' },
  { value: 'ibm850', text: 'Western European (DOS 850)' },
  { value: 'macintosh', text: 'Western European (Macintosh)' },
  { value: 'windows-1250', text: 'Central European (Windows-1250)' },
  { value: 'iso-8859-2', text: 'Central European (ISO 8859-2)' },
  { value: 'windows-1257', text: 'Baltic (Windows-1257)' },
  { value: 'windows-1251', text: 'Cyrillic (Windows-1251)' },
  { value: 'windows-1253', text: 'Greek (Windows-1253)' },
  { value: 'windows-1254', text: 'Turkish (Windows-1254)' },
  { value: 'windows-1255', text: 'Hebrew (Windows-1255)' },
  { value: 'windows-1256', text: 'Arabic (Windows-1256)' },
  { value: 'windows-874', text: 'Thai (Windows-874)' },
  { value: 'gb18030', text: 'Chinese, simplified (GB18030)' },
  { value: 'big5', text: 'Chinese, traditional (Big5)' },
  { value: 'shift_jis', text: 'Japanese (Shift_JIS)' },
  { value: 'iso-2022-jp', text: 'Japanese (ISO-2022-JP)' },
  { value: 'euc-kr', text: 'Korean (EUC-KR)' },
  { value: 'utf-16le', text: 'UTF-16' },
];

const DATE_ORDERS: readonly SelectOption[] = [
  { value: '', text: 'Choose…' },
  { value: 'dmy', text: 'Day first: 3 April' },
  { value: 'mdy', text: 'Month first: 4 March' },
];

/** Time zones. Browsers omit UTC, the zone of most exports. */
const TIME_ZONES: readonly SelectOption[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map(
  (zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }),
);

const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  '^': 'carets',
  '~': 'tildes',
  '\x1f': 'unit separators',
  '\x01': 'control characters',
};

/** Options for the encoding and the times of a file. */
@Component({
  selector: 'docket-reading-options',
  imports: [SelectField],
  templateUrl: './reading-options.html',
  styleUrl: './reading-options.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReadingOptions {
  /** The API's reading of the file; undefined if it failed. */
  readonly file = input<FileReading>();
  readonly corrections = input.required<ImportCorrections>();
  /** Whether the file has dates such as 03/04/2026, whose day is ambiguous. */
  readonly hasAmbiguousDates = input(false);
  readonly hasTimes = input(true);
  readonly encodingChosen = output<string>();
  readonly timeZoneChosen = output<string>();
  readonly dateOrderChosen = output<DateOrder>();

  protected readonly dateOrders = DATE_ORDERS;
  protected readonly encoding = computed(() => this.file()?.encoding ?? this.corrections().encoding ?? '');
  protected readonly encodings = computed(() => withValue(ENCODINGS, this.encoding()));
  protected readonly timeZones = computed(() => withValue(TIME_ZONES, this.corrections().timeZone));
  protected readonly format = computed(() => {
    const { format, separator, header_line: line } = this.file() ?? {};
    if (format !== 'csv') return format && 'JSON';
    const header = line === undefined ? '' : `, columns in line ${line}`;
    return `CSV with ${SEPARATORS[separator ?? ','] ?? separator}${header}`;
  });

  protected chooseOrder(order: string): void {
    if (order === 'dmy' || order === 'mdy' || order === 'ymd') this.dateOrderChosen.emit(order);
  }
}

function withValue(options: readonly SelectOption[], value: string): readonly SelectOption[] {
  return options.some((option) => option.value === value)
    ? options
    : [{ value, text: value || 'Not known yet' }, ...options];
}
