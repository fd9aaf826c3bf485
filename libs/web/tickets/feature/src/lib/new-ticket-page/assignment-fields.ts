import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  output,
} from '@angular/core';
import { Session } from '@docket/web/people/data';
import { shortcutKey } from '@docket/web/ui';
import type { FieldValue } from '../ticket-editor/field-change';
import { FieldButton } from '../ticket-fields/field-button';
import type { Assignment } from './draft-assignment';
import { TicketDraft } from './ticket-draft';

/** Team, assignee and tags of a new ticket, with the buttons of the open ticket. Takes the focus when it appears. */
@Component({
  selector: 'docket-assignment-fields',
  imports: [FieldButton],
  template: `
    @for (field of fields(); track field) {
      <docket-field-button
        #button
        class="named"
        [field]="field"
        [ticketId]="0"
        [value]="$any(assignment.value()[field])"
        (keydown)="openByLetter($event, button)"
        (valueChange)="set(field, $event.to)"
      />
    }
  `,
  styleUrl: './assignment-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssignmentFields {
  private readonly session = inject(Session);
  protected readonly assignment = inject(TicketDraft).assignment;
  /** Emits after a change. */
  readonly changed = output();
  /** The open mode has no people to assign. */
  protected readonly fields = computed(() =>
    this.session.isOpen() ? (['team', 'tags'] as const) : (['team', 'assignee', 'tags'] as const),
  );

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => this.assignment.isEmpty() && nativeElement.querySelector('button')?.focus());
  }

  /** A letter on a field opens it, and is typed there. The selects above take letters, too. */
  protected openByLetter(event: KeyboardEvent, button: FieldButton<keyof Assignment>): void {
    if (!/^[\p{L}\p{N}]$/u.test(shortcutKey(event) ?? '')) return;
    event.preventDefault();
    button.open();
    event.target?.dispatchEvent(new KeyboardEvent('keydown', event)); // held until the field has the focus
  }

  protected set(field: keyof Assignment, value: FieldValue): void {
    this.assignment.set(field, value);
    this.changed.emit();
  }
}
