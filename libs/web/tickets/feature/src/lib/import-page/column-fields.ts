import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { PROPERTY_NAMES, oneOf } from '@docket/domain';
import type { ImportColumn, ImportField, ImportPreview } from '@docket/web/tickets/data/imports';
import { valueText } from '@docket/web/tickets/ui';
import { DISPLAY_LOCALE } from '@docket/web/ui';
import { FIELD_TEXTS } from './field-texts';
import { NOTHING } from './import-corrections';
import { SelectField, type SelectOption } from './select-field';

export interface ColumnChoice {
  readonly field: ImportField;
  readonly column: string;
}

interface FieldRow {
  readonly field: ImportField;
  readonly name: string;
  readonly column: string;
  /** Value of the first ticket, or its substitute. */
  readonly example: string;
  readonly isMissing: boolean;
}

const FIELDS = Object.keys(FIELD_TEXTS) as ImportField[];

const time = new Intl.DateTimeFormat(DISPLAY_LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** Columns of the fields of a ticket, each with its value in the first ticket. */
@Component({
  selector: 'docket-column-fields',
  imports: [SelectField],
  templateUrl: './column-fields.html',
  styleUrl: './column-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnFields {
  readonly columns = input.required<readonly ImportColumn[]>();
  /** The first ticket. */
  readonly ticket = input<ImportPreview>();
  readonly chosen = output<ColumnChoice>();

  protected readonly names = computed(() => [...new Set(this.columns().map(({ name }) => name))].filter(Boolean));
  protected readonly rows = computed(() => FIELDS.map((field) => this.toRow(field)));
  /** Columns that are not imported. */
  protected readonly ignored = computed(() => {
    const used = new Set(this.columns().flatMap(({ name, field }) => (field ? [name] : [])));
    return this.names().filter((name) => !used.has(name));
  });

  protected options({ field, column }: FieldRow): SelectOption[] {
    const none = { value: NOTHING, text: field === 'title' ? 'Choose…' : 'Not in the file' };
    const names = this.names().map((name) => ({ value: name, text: name }));
    return field === 'title' && column !== NOTHING ? names : [none, ...names];
  }

  private toRow(field: ImportField): FieldRow {
    const column = this.columns().find((one) => one.field === field)?.name;
    const { name, without } = FIELD_TEXTS[field];
    const example = column === undefined ? without : this.valueOf(field);
    return { field, name, column: column ?? NOTHING, example, isMissing: column === undefined };
  }

  private valueOf(field: ImportField): string {
    const ticket = this.ticket();
    if (!ticket) return '';
    if (field === 'requester') return ticket.requester?.name ?? ticket.requester?.email ?? '';
    if (field === 'requester_email') return ticket.requester?.email ?? '';
    if (field === 'tags') return ticket.tags?.join(', ') ?? '';
    const value = ticket[field] ?? '';
    if (field === 'created_at') return value && time.format(new Date(value));
    const property = oneOf(PROPERTY_NAMES, field);
    return property && value ? valueText(property, value as never) : value.slice(0, 200);
  }
}
