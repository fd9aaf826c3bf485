import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChildren } from '@angular/core';
import { Session } from '@docket/web/people/data';
import type { Ticket } from '@docket/web/tickets/data';
import { shortcutKey } from '@docket/web/ui';
import { type FieldChange, type FieldName, type FieldValue, isSameValue, valueOf } from '../ticket-editor/field-change';
import { FieldButton } from './field-button';

/** Fields in the order of the screen, the most frequently changed first. */
const FIELDS = ['status', 'priority', 'category', 'assignee', 'team', 'tags'] as const satisfies readonly FieldName[];

/** Shortcuts of the fields. */
const KEYS: Readonly<Record<string, FieldName>> = {
  s: 'status',
  p: 'priority',
  c: 'category',
  a: 'assignee',
  T: 'team',
  t: 'tags',
};

/** Editable fields of the open ticket, in one frame, each with a shortcut. */
@Component({
  selector: 'docket-ticket-fields',
  imports: [FieldButton],
  template: `
    @for (field of fields(); track field) {
      <docket-field-button
        [field]="field"
        [ticketId]="ticket().id"
        [value]="value(field)"
        (valueChange)="change(field, $event.to, $event.from)"
      />
    }
  `,
  styleUrl: './ticket-fields.scss',
  host: { '(document:keydown)': 'handleShortcut($event)', '[class.without-assignee]': '!hasAssignee()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFields {
  private readonly session = inject(Session);
  private readonly buttons = viewChildren(FieldButton);
  readonly ticket = input.required<Ticket>();
  readonly fieldChange = output<FieldChange>();
  /** The open mode has no people to assign. */
  protected readonly hasAssignee = computed(() => !this.session.isOpen() || this.ticket().assignee !== undefined);
  protected readonly fields = computed(() => FIELDS.filter((field) => field !== 'assignee' || this.hasAssignee()));

  protected value(field: FieldName): FieldValue {
    return valueOf(this.ticket(), field);
  }

  protected change(field: FieldName, to: FieldValue, from = this.value(field)): void {
    this.fieldChange.emit({ field, from, to } as FieldChange);
  }

  protected handleShortcut(event: KeyboardEvent): void {
    if (this.take(shortcutKey(event))) event.preventDefault(); // the opened field must not receive the letter
  }

  /** Handles a shortcut of the ticket. Returns whether the key belongs to a field. */
  take(key: string | undefined): boolean {
    if (key === undefined || !this.session.can('tickets:write')) return false;
    const button = this.buttons().find((one) => one.field() === KEYS[key]);
    for (const one of this.buttons()) if (button && one !== button) one.close(); // its menu has lost the focus
    if (button) button.open();
    else if (key === 'i' && this.session.user()) this.assignToMe();
    else return false;
    return true;
  }

  private assignToMe(): void {
    const { id, name } = this.session.user() ?? {};
    if (id === undefined || name === undefined || isSameValue(this.value('assignee'), { id, name })) return;
    this.change('assignee', { id, name });
  }
}
