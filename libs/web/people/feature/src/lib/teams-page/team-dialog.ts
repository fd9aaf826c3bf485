import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Problem } from '@docket/web/http';
import { type Team, TeamsApi } from '@docket/web/people/data/teams';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';
import { Attempt } from '../user-dialogs/attempt';
import { TeamProblem } from './team-problem';

/** Adds a team, or renames one. */
@Component({
  selector: 'docket-team-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TeamProblem, TextField],
  templateUrl: './team-dialog.html',
  styleUrl: '../user-dialogs/user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(TeamsApi);
  private readonly dialog = inject<MatDialogRef<TeamDialog>>(MatDialogRef);
  private readonly name = viewChild.required<TextField>('name');
  /** Absent for a new team. */
  protected readonly team = inject<Team | null>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();
  /** Error of the name. */
  protected readonly error = signal<string | undefined>(undefined);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const name = formText(event.target, 'team-name').trim();
    if (name === '') return this.showError('Enter the name.');
    const isSaved = await this.attempt.run(async () => {
      await (this.team ? this.api.change(this.team, { name }) : this.api.create({ name }));
    });
    if (isSaved) return this.dialog.close();
    const problem = this.attempt.problem();
    const error = problem && nameError(problem);
    if (!error) return;
    this.attempt.forgetProblem();
    this.showError(error);
  }

  private showError(error: string): void {
    this.error.set(error);
    this.focusLater(() => this.name());
  }
}

function nameError({ errors, type }: Problem): string | undefined {
  if (type === '/problems/team-name-taken') return 'Another team has this name.';
  const detail = errors.find(({ pointer }) => pointer === '/name')?.detail;
  return detail && `Name ${detail}.`;
}
