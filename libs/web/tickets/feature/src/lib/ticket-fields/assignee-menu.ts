import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { Session } from '@docket/web/people/data';
import { TeamsApi } from '@docket/web/people/data/teams';
import { Popup } from '@docket/web/ui/popup';
import type { TicketAssignee } from '../ticket-editor/field-change';
import { reloadWhenOpened, stateOf } from './menu-data';
import { Picker, type PickerOption } from './picker';

/** Menu of possible assignees: the signed-in person, nobody, then the others by name. */
@Component({
  selector: 'docket-assignee-menu',
  imports: [Picker, Popup],
  template: `
    @if (isOpen()) {
      <docket-popup label="Assignee" (cancelled)="isOpen.set(false)" (left)="isOpen.set(false)">
        <docket-picker
          hasPeople
          label="Assignee"
          [currentId]="value()?.id"
          [firstId]="session.user()?.id ?? value()?.id"
          [options]="options()"
          [state]="state()"
          (picked)="pick($event)"
          (retry)="people.reload()"
        />
      </docket-popup>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssigneeMenu {
  protected readonly session = inject(Session);
  protected readonly people = inject(TeamsApi).assigneesResource();
  readonly isOpen = model(false);
  readonly value = input<TicketAssignee>();
  readonly valueChange = output<TicketAssignee | undefined>();
  protected readonly state = computed(() => stateOf(this.people));
  protected readonly options = computed<readonly PickerOption[]>(() => {
    const [me, current] = [this.session.user(), this.value()];
    const people = this.people.hasValue() ? this.people.value() : [];
    const isListed = !current || current.id === me?.id || people.some(({ id }) => id === current.id);
    return [
      ...(me ? [{ id: me.id, name: me.name, text: me.id === current?.id ? undefined : 'Assign to me' }] : []),
      { id: undefined, name: 'Nobody' },
      ...(isListed ? [] : [current]), // deactivated, or still loading
      ...people.filter(({ id }) => id !== me?.id),
    ];
  });

  constructor() {
    reloadWhenOpened(this.people, this.isOpen);
  }

  protected pick({ id, name }: PickerOption): void {
    this.isOpen.set(false);
    this.valueChange.emit(id === undefined ? undefined : { id, name });
  }
}
