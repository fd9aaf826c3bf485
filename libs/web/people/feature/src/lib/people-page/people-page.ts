import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { lastFailure, lastValue, reloadAfterChange, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import {
  ALL_USERS,
  type User,
  UsersApi,
  isSameFilter,
  readUserFilter,
  toUserParams,
} from '@docket/web/people/data/users';
import { EmptyState, ErrorState, Icon, NumberPipe, tickingNow } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { ListSkeleton } from '../list-skeleton/list-skeleton';
import { SHIELD_ICON } from '../single-sign-on/shield-icon';
import { WaysToSignIn } from '../single-sign-on/ways-to-sign-in';
import type { UserAction } from '../user-dialogs/user-action';
import { UserDialogs } from '../user-dialogs/user-dialogs';
import { type FilterChange, UserFilters } from './user-filters';
import { UserTable } from './user-table';

/** People and services of this Docket, for administrators. */
@Component({
  selector: 'docket-people-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    ListSkeleton,
    MatButton,
    NumberPipe,
    RouterLink,
    StaleNotice,
    UserFilters,
    UserTable,
    WaysToSignIn,
  ],
  providers: [UserDialogs],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(UserDialogs);
  protected readonly session = inject(Session);
  protected readonly shieldIcon = SHIELD_ICON;
  /** Filter from the URL. */
  readonly search = input<string>();
  readonly role = input<string>();
  readonly state = input<string>();

  protected readonly filter = computed(() =>
    readUserFilter({ search: this.search(), role: this.role(), state: this.state() }),
  );
  protected readonly isFiltered = computed(() => !isSameFilter(this.filter(), ALL_USERS));
  protected readonly users = inject(UsersApi).usersResource(this.filter);
  /** Kept while the list reloads. */
  protected readonly listed = lastValue(() => (this.users.hasValue() ? this.users.value() : undefined));
  private readonly problem = computed(() => {
    const error = this.users.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly failure = lastFailure(this.problem, this.users.isLoading);
  protected readonly reload = reloadAfterChange(this.users);
  protected readonly now = tickingNow();

  protected async invite(): Promise<void> {
    await this.dialogs.invite();
    this.reload();
  }

  protected async act({ user, action }: { user: User; action: UserAction }): Promise<void> {
    await this.dialogs.open(action, user);
    this.reload();
  }

  protected applyFilter({ filter, replaceUrl }: FilterChange): void {
    void this.router.navigate([], { queryParams: toUserParams(filter), replaceUrl });
  }

  protected clearFilter(): void {
    this.applyFilter({ filter: ALL_USERS, replaceUrl: false });
  }
}
