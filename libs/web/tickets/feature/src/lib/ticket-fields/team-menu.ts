import { ChangeDetectionStrategy, Component, computed, inject, input, model, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { TeamsApi } from '@docket/web/people/data/teams';
import { Popup } from '@docket/web/ui/popup';
import type { TicketTeam } from '../ticket-editor/field-change';
import { reloadWhenOpened, stateOf } from './menu-data';
import { Picker, type PickerOption } from './picker';

/** Menu of teams by name, after "no team". */
@Component({
  selector: 'docket-team-menu',
  imports: [Picker, Popup, RouterLink],
  template: `
    @if (isOpen()) {
      <docket-popup label="Team" (cancelled)="isOpen.set(false)" (left)="isOpen.set(false)">
        <docket-picker
          label="Team"
          [currentId]="value()?.id"
          [firstId]="value()?.id"
          [options]="options()"
          [state]="state()"
          (picked)="pick($event)"
          (retry)="teams.reload()"
        >
          @if (isEmpty()) {
            <p class="docket-secondary">
              There are no teams yet.
              @if (session.can('settings')) {
                <a routerLink="/settings/teams">Add one in the settings</a>
              }
            </p>
          }
        </docket-picker>
      </docket-popup>
    }
  `,
  styles: `
    p {
      margin: 0;
      padding: 0.25rem 0.75rem 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamMenu {
  protected readonly session = inject(Session);
  protected readonly teams = inject(TeamsApi).teamsResource();
  readonly isOpen = model(false);
  readonly value = input<TicketTeam>();
  readonly valueChange = output<TicketTeam | undefined>();
  protected readonly state = computed(() => stateOf(this.teams));
  protected readonly isEmpty = computed(() => this.teams.hasValue() && this.teams.value().length === 0);
  protected readonly options = computed<readonly PickerOption[]>(() => {
    const current = this.value();
    const teams = this.teams.hasValue() ? this.teams.value() : current ? [current] : [];
    return [{ id: undefined, name: 'None' }, ...teams];
  });

  constructor() {
    reloadWhenOpened(this.teams, this.isOpen);
  }

  protected pick({ id, name }: PickerOption): void {
    this.isOpen.set(false);
    this.valueChange.emit(id === undefined ? undefined : { id, name });
  }
}
