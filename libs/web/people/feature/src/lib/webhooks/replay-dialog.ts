import { ChangeDetectionStrategy, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
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
import { localMinute } from './local-minute';
import { WebhookProblem } from './webhook-problem';

const DAY_MS = 24 * 60 * 60_000;

/** Asks for the time since which to deliver events again. Closes with that time, in RFC 3339. */
@Component({
  selector: 'docket-replay-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, WebhookProblem],
  template: `
    <h2 mat-dialog-title>Deliver again</h2>
    <form novalidate method="post" [attr.aria-busy]="attempt.isSending()" (submit)="replay($event)">
      <mat-dialog-content>
        @if (attempt.problem(); as problem) {
          <docket-webhook-problem [problem]="problem" />
        }
        <p>
          Docket sends all events since a time to {{ webhook.name }}, including those that have arrived. Their ids stay
          the same, so the receiver can recognise them.
        </p>
        <div class="field">
          <div class="caption"><label for="since">All events since, in your local time</label></div>
          <input
            #field
            id="since"
            type="datetime-local"
            [attr.aria-describedby]="error() ? 'since-error' : null"
            [attr.aria-invalid]="error() ? 'true' : null"
            [max]="latest"
            [value]="start"
            (input)="error.set(undefined)"
          />
          @if (error(); as error) {
            <p class="note error" id="since-error">{{ error }}</p>
          }
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton="outlined" mat-dialog-close type="button">Cancel</button>
        <button matButton="filled" type="submit" disabledInteractive [disabled]="attempt.isSending()">
          Deliver again
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrls: ['../user-dialogs/user-dialog.scss', '../fields/field.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(WebhooksApi);
  private readonly dialog = inject<MatDialogRef<ReplayDialog, string>>(MatDialogRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly webhook = inject<Webhook>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();
  protected readonly start = localMinute(Date.now() - DAY_MS);
  protected readonly latest = localMinute(Date.now());
  protected readonly error = signal<string | undefined>(undefined);

  protected async replay(event: Event): Promise<void> {
    event.preventDefault();
    const time = new Date(this.field().nativeElement.value); // local time: the value has no zone
    if (Number.isNaN(time.getTime())) return this.showError('Enter a date and a time.');
    if (time.getTime() > Date.now()) return this.showError('Enter a time in the past.');
    const since = time.toISOString();
    const isStarted = await this.attempt.run(async () => {
      await this.api.replay(this.webhook, since);
    });
    if (isStarted) this.dialog.close(since);
  }

  private showError(error: string): void {
    this.error.set(error);
    this.focusLater(() => this.field().nativeElement);
  }
}
