import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption } from '@angular/material/select';
import { lastValue } from '@docket/web/http';
import { ALL_USERS, type User, UsersApi } from '@docket/web/people/data/users';
import { Subject, debounceTime } from 'rxjs';

/** Delay before the search, in ms: longer than between two keys, too short to notice. */
const DEBOUNCE_MS = 250;

/** Maximum number of people in the list. Typing narrows it. */
const MAX_CHOICES = 50;

/** Finds a person by name or email address. Loads people when the field gets the focus. */
@Component({
  selector: 'docket-person-filter',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatFormField, MatInput, MatOption],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <input
        #search
        matInput
        aria-label="Person"
        autocomplete="off"
        dir="auto"
        maxlength="200"
        placeholder="Person"
        [matAutocomplete]="people"
        (focus)="typed.next(search.value)"
        (input)="typed.next(search.value)"
      />
    </mat-form-field>
    <mat-autocomplete
      #people
      panelWidth="18rem"
      requireSelection
      [displayWith]="nameOf"
      (optionSelected)="personPicked.emit($event.option.value)"
    >
      @for (user of choices(); track user.id) {
        <mat-option [value]="user">
          {{ user.name }}
          <span class="docket-secondary">{{ user.email }}</span>
        </mat-option>
      } @empty {
        @if (choices()) {
          <mat-option disabled>Nobody matches</mat-option>
        }
      }
    </mat-autocomplete>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonFilter {
  /** Emits the person to filter by. */
  readonly personPicked = output<User>();
  protected readonly typed = new Subject<string>();
  private readonly search = toSignal(this.typed.pipe(debounceTime(DEBOUNCE_MS)));
  private readonly users = inject(UsersApi).usersResource(
    computed(() => {
      const search = this.search();
      return search === undefined ? undefined : { ...ALL_USERS, search: search.trim() };
    }),
  );
  /** People of the last search, until the next one has loaded. Undefined before the first one. */
  protected readonly choices = lastValue(() =>
    this.users.hasValue() ? this.users.value().slice(0, MAX_CHOICES) : undefined,
  );

  protected nameOf(this: void, user: User | null): string {
    return user?.name ?? '';
  }
}
