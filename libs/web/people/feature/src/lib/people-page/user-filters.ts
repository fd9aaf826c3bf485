import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatFormField, MatPrefix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { ROLES, type Role } from '@docket/domain';
import { ALL_USERS, USER_STATES, type UserFilter, type UserState, isSameFilter } from '@docket/web/people/data/users';
import { Icon } from '@docket/web/ui';
import { BackClosesSelect } from '@docket/web/ui/back-closes-select';
import { debounceTime } from 'rxjs';
import { RoleNamePipe } from '../role-name/role-name-pipe';
import { StateNamePipe } from './state-name-pipe';

export interface FilterChange {
  readonly filter: UserFilter;
  /** Whether the change continues an edit (more letters or options). It then replaces the history entry of that edit. */
  readonly replaceUrl: boolean;
}

/** Delay before the filters apply, in ms: longer than between two keys, too short to notice. */
const DEBOUNCE_MS = 250;

/** Form for the search text, the roles and the states. */
@Component({
  selector: 'docket-user-filters',
  imports: [
    BackClosesSelect,
    Icon,
    MatFormField,
    MatInput,
    MatOption,
    MatPrefix,
    MatSelect,
    MatSelectTrigger,
    ReactiveFormsModule,
    RoleNamePipe,
    StateNamePipe,
  ],
  templateUrl: './user-filters.html',
  styleUrl: './user-filters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserFilters {
  readonly filter = input.required<UserFilter>();
  readonly filterChange = output<FilterChange>();

  private readonly fields = inject(NonNullableFormBuilder);
  protected readonly form = this.fields.group({
    search: '',
    role: this.fields.control<readonly Role[]>([]),
    state: this.fields.control<readonly UserState[]>([]),
  });
  protected readonly roles = ROLES;
  protected readonly states = USER_STATES;
  /** The last filter sent or received. It is ignored when received again, because the form may have newer input. */
  private lastFilter: UserFilter = ALL_USERS;
  private isEditing = false;

  constructor() {
    effect(() => this.receive(this.filter()));
    this.form.valueChanges.pipe(debounceTime(DEBOUNCE_MS), takeUntilDestroyed()).subscribe(() => this.send());
  }

  /** Ends an edit, so that the next change adds a history entry. */
  protected endEdit(): void {
    this.isEditing = false;
  }

  protected searchNow(): void {
    this.send();
    this.endEdit();
  }

  private receive(filter: UserFilter): void {
    if (isSameFilter(filter, this.lastFilter)) return;
    this.lastFilter = filter;
    this.endEdit();
    this.form.patchValue(filter, { emitEvent: false });
  }

  private send(): void {
    const filter = { ...this.form.getRawValue(), search: this.form.getRawValue().search.trim() };
    if (isSameFilter(filter, this.lastFilter)) return;
    this.lastFilter = filter;
    this.filterChange.emit({ filter, replaceUrl: this.isEditing });
    this.isEditing = true;
  }
}
