import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { toProblem } from '@docket/web/http';
import { type Team, TeamsApi } from '@docket/web/people/data/teams';
import { ErrorState } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';
import { matching } from '@docket/web/ui/matching';
import { Attempt } from '../user-dialogs/attempt';
import { TeamProblem } from './team-problem';

/** Maximum number of people in the list. Typing narrows it. */
const SHOWN_MAX = 100;

/** Chooses the members of a team. */
@Component({
  selector: 'docket-members-dialog',
  imports: [
    Avatar,
    ErrorState,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TeamProblem,
  ],
  templateUrl: './members-dialog.html',
  styleUrls: ['../user-dialogs/user-dialog.scss', './members-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MembersDialog {
  private readonly api = inject(TeamsApi);
  private readonly dialog = inject<MatDialogRef<MembersDialog>>(MatDialogRef);
  protected readonly team = inject<Team>(MAT_DIALOG_DATA);
  protected readonly people = this.api.assigneesResource();
  protected readonly attempt = new Attempt();
  protected readonly text = signal('');
  protected readonly chosen = signal<ReadonlySet<number>>(new Set(this.team.member_ids));
  protected readonly problem = computed(() => {
    const error = this.people.error();
    return error && toProblem(error);
  });
  /** People, with the members at the time of opening first, so that rows do not move when chosen. */
  private readonly sorted = computed(() => {
    const people = this.people.hasValue() ? this.people.value() : [];
    const isMember = ({ id }: { readonly id: number }) => this.team.member_ids.includes(id);
    return [...people.filter(isMember), ...people.filter((person) => !isMember(person))];
  });
  private readonly matches = computed(() => matching(this.sorted(), this.text()));
  protected readonly shown = computed(() => this.matches().slice(0, SHOWN_MAX));
  protected readonly hiddenCount = computed(() => this.matches().length - this.shown().length);

  protected choose(id: number, isMember: boolean): void {
    this.chosen.update((ids) => {
      const changed = new Set(ids);
      if (isMember) changed.add(id);
      else changed.delete(id);
      return changed;
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const isSaved = await this.attempt.run(async () => {
      await this.api.change(this.team, { member_ids: [...this.chosen()] });
    });
    if (isSaved) this.dialog.close();
  }
}
