import { ChangeDetectionStrategy, Component, Injector, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Problem, lastFailure, lastValue, reloadAfterChange, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type Team, TeamsApi } from '@docket/web/people/data/teams';
import { EmptyState, ErrorState, Icon } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { ListSkeleton } from '../list-skeleton/list-skeleton';
import { PEOPLE_ICONS } from '../people-icons';
import { isStepUpRequired } from '../step-up/step-up';
import { membersText } from './members-text';
import { TeamProblem } from './team-problem';

/** Teams of tickets, with their members. */
@Component({
  selector: 'docket-teams-page',
  imports: [EmptyState, ErrorState, Icon, ListSkeleton, MatButton, StaleNotice, TeamProblem],
  templateUrl: './teams-page.html',
  styleUrls: ['../settings-list.scss', '../settings-page.scss', './teams-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamsPage {
  private readonly injector = inject(Injector);
  private readonly api = inject(TeamsApi);
  protected readonly session = inject(Session);
  protected readonly icon = PEOPLE_ICONS.workspaces;
  private readonly resource = this.api.teamsResource();
  private readonly people = this.api.assigneesResource();
  protected readonly reload = reloadAfterChange(this.resource);
  /** Kept while the list reloads. */
  private readonly listed = lastValue(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly teams = computed(() => {
    const names = this.people.hasValue() ? new Map(this.people.value().map(({ id, name }) => [id, name])) : undefined;
    return this.listed()?.map((team) => ({ team, members: membersText(team.member_ids, names) }));
  });
  private readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly failure = lastFailure(this.loadProblem, this.resource.isLoading);
  /** Reason why the last team was not deleted. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async create(): Promise<void> {
    const { openTeam } = await import('./open-team-dialogs');
    await openTeam(this.injector);
    this.reload();
  }

  protected async rename(team: Team): Promise<void> {
    const { openTeam } = await import('./open-team-dialogs');
    await openTeam(this.injector, team);
    this.reload();
  }

  protected async chooseMembers(team: Team): Promise<void> {
    const { openMembers } = await import('./open-team-dialogs');
    await openMembers(this.injector, team);
    this.reload();
  }

  protected async remove(team: Team): Promise<void> {
    const { openConfirm } = await import('../confirm-dialog/open-confirm');
    const isSure = await openConfirm(this.injector, {
      title: `Delete “${team.name}”?`,
      text: 'Its members stay. Nobody can undo this.',
      action: 'Delete',
    });
    if (!isSure) return;
    this.problem.set(undefined);
    try {
      await this.api.remove(team);
    } catch (error) {
      if (!isStepUpRequired(error)) this.problem.set(toProblem(error));
    }
    this.reload();
  }
}
