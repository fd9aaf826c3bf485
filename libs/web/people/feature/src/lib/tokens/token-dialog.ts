import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
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
import { type Permission, TOKEN_DAYS_DEFAULT, TOKEN_DAYS_MAX } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { type Service, TokensApi } from '@docket/web/people/data';
import { ProblemReason } from '@docket/web/ui';
import { firstValueFrom } from 'rxjs';
import { CopyField } from '../fields/copy-field';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';
import { ScopeNamePipe } from './scope-name-pipe';

/** Owner of the new token. */
export interface TokenOwner {
  /** Permissions of the owner's role, which are the possible scopes. */
  readonly permissions: readonly Permission[];
  /** Absent for the signed-in person. */
  readonly service?: Service;
}

/** Creates a token, then shows it once. */
@Component({
  selector: 'docket-token-dialog',
  imports: [
    CopyField,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ProblemReason,
    ScopeNamePipe,
    TextField,
  ],
  templateUrl: './token-dialog.html',
  styleUrl: './token-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokenDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(TokensApi);
  private readonly dialog = inject<MatDialogRef<TokenDialog>>(MatDialogRef);
  protected readonly owner = inject<TokenOwner>(MAT_DIALOG_DATA);
  protected readonly title = this.owner.service ? `New token for ${this.owner.service.name}` : 'New token';
  private readonly name = viewChild<TextField>('name');
  private readonly copy = viewChild<CopyField>('copy');
  protected readonly lifetimes = [7, 30, TOKEN_DAYS_DEFAULT, TOKEN_DAYS_MAX];
  protected readonly defaultLifetime = TOKEN_DAYS_DEFAULT;

  /** Chosen scopes. Most programs only read tickets. */
  protected readonly scopes = signal<ReadonlySet<Permission>>(new Set(['tickets:read']));
  protected readonly isNameMissing = signal(false);
  protected readonly isScopeMissing = signal(false);
  protected readonly isSending = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** The token after its creation. */
  protected readonly token = signal<string | undefined>(undefined);

  protected setScope(scope: Permission, isChosen: boolean): void {
    this.scopes.update(
      (scopes) => new Set([...scopes].filter((other) => other !== scope).concat(isChosen ? scope : [])),
    );
    this.isScopeMissing.set(false);
  }

  protected async createToken(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const name = formText(event.target, 'token-name').trim();
    const lifetime = formText(event.target, 'lifetime');
    this.problem.set(undefined);
    this.isNameMissing.set(name === '');
    this.isScopeMissing.set(this.scopes().size === 0);
    if (this.isNameMissing()) this.focusLater(() => this.name());
    if (this.isNameMissing() || this.isScopeMissing()) return;
    const { service, permissions } = this.owner;
    const scopes = permissions.filter((permission) => this.scopes().has(permission));
    this.isSending.set(true);
    this.dialog.disableClose = true; // otherwise, the token could be lost
    try {
      const days = lifetime === 'never' ? null : Number(lifetime);
      const token = { name, scopes, expires_in_days: days, ...(service && { user_id: service.id }) };
      this.token.set((await firstValueFrom(this.api.createToken(token))).token);
      this.focusLater(() => this.copy());
    } catch (error) {
      this.dialog.disableClose = false;
      this.problem.set(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
