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
import { type Webhook, WebhooksApi } from '@docket/web/people/data/webhooks';
import { injectFocusLater } from '../fields/focus-later';
import { Attempt } from '../user-dialogs/attempt';
import { WebhookProblem } from './webhook-problem';
import { WebhookSecretPanel } from './webhook-secret-panel';

/** Creates a new secret for a webhook after a confirmation, and shows it once. */
@Component({
  selector: 'docket-secret-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    WebhookProblem,
    WebhookSecretPanel,
  ],
  template: `
    @if (secret(); as secret) {
      <h2 mat-dialog-title>Copy the new secret now</h2>
      <mat-dialog-content>
        <docket-webhook-secret-panel #panel [secret]="secret" />
        <p class="docket-secondary">The old secret signs as well for 24 hours. Change the receiver until then.</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="filled" mat-dialog-close type="button">Done</button>
      </mat-dialog-actions>
    } @else {
      <h2 mat-dialog-title>New secret for {{ webhook.name }}?</h2>
      <mat-dialog-content>
        @if (attempt.problem(); as problem) {
          <docket-webhook-problem [problem]="problem" />
        }
        <p>
          For 24 hours, each delivery has a signature by the new secret and one by the old secret. A receiver that
          changes within that time misses nothing.
        </p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="outlined" mat-dialog-close type="button">Cancel</button>
        <button matButton="filled" type="button" disabledInteractive [disabled]="attempt.isSending()" (click)="make()">
          @if (attempt.isSending()) {
            Creating…
          } @else {
            Create secret
          }
        </button>
      </mat-dialog-actions>
    }
  `,
  styleUrl: '../user-dialogs/user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecretDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(WebhooksApi);
  private readonly dialog = inject<MatDialogRef<SecretDialog>>(MatDialogRef);
  private readonly panel = viewChild<WebhookSecretPanel>('panel');
  protected readonly webhook = inject<Webhook>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();
  protected readonly secret = signal<string | undefined>(undefined);

  protected async make(): Promise<void> {
    this.dialog.disableClose = true; // otherwise, the secret could be lost
    const isMade = await this.attempt.run(async () => {
      this.secret.set((await this.api.rotateSecret(this.webhook)).secret);
    });
    if (isMade) this.focusLater(() => this.panel());
    else if (!this.attempt.isSending()) this.dialog.disableClose = false;
  }
}
