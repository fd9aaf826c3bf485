import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { Role } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { type Service, TokensApi } from '@docket/web/people/data';
import { ProblemReason } from '@docket/web/ui';
import { firstValueFrom } from 'rxjs';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';

/** Creates a service with a name and the role that limits its tokens. */
@Component({
  selector: 'docket-service-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    ProblemReason,
    TextField,
  ],
  templateUrl: './service-dialog.html',
  styleUrl: '../tokens/token-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ServiceDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(TokensApi);
  private readonly dialog = inject<MatDialogRef<ServiceDialog, Service>>(MatDialogRef);
  private readonly name = viewChild<TextField>('name');
  protected readonly role = signal<Role>('agent');
  protected readonly isNameMissing = signal(false);
  protected readonly isSending = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async createService(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const name = formText(event.target, 'service-name').trim();
    this.problem.set(undefined);
    this.isNameMissing.set(name === '');
    if (name === '') {
      this.focusLater(() => this.name());
      return;
    }
    this.isSending.set(true);
    try {
      this.dialog.close(await firstValueFrom(this.api.createService({ name, role: this.role() })));
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
