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
import { WEBHOOK_TYPES, type WebhookType } from '@docket/domain';
import { type CreateWebhook, type Webhook, type WebhookSecret, WebhooksApi } from '@docket/web/people/data/webhooks';
import { injectFocusLater } from '../fields/focus-later';
import { formText } from '../fields/form-text';
import { TextField } from '../fields/text-field';
import { Attempt } from '../user-dialogs/attempt';
import { DeliveryTypeNamePipe } from './delivery-type-name-pipe';
import { type WebhookErrors, missingFields, refusedFields } from './webhook-errors';
import { WebhookProblem } from './webhook-problem';
import { WebhookSecretPanel } from './webhook-secret-panel';

/** Adds a webhook and shows its secret once, or changes the given one. Closes with the id of a new webhook. */
@Component({
  selector: 'docket-webhook-dialog',
  imports: [
    DeliveryTypeNamePipe,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TextField,
    WebhookProblem,
    WebhookSecretPanel,
  ],
  templateUrl: './webhook-dialog.html',
  styleUrls: ['../user-dialogs/user-dialog.scss', '../tokens/token-dialog.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookDialog {
  private readonly focusLater = injectFocusLater();
  private readonly api = inject(WebhooksApi);
  private readonly dialog = inject<MatDialogRef<WebhookDialog, number>>(MatDialogRef);
  private readonly name = viewChild<TextField>('name');
  private readonly url = viewChild<TextField>('url');
  private readonly secret = viewChild<WebhookSecretPanel>('secret');
  /** Absent for a new webhook. */
  protected readonly webhook = inject<Webhook | null>(MAT_DIALOG_DATA);
  protected readonly allTypes = WEBHOOK_TYPES;
  protected readonly types = signal<ReadonlySet<WebhookType>>(new Set(this.webhook?.types ?? WEBHOOK_TYPES));
  protected readonly attempt = new Attempt();
  protected readonly errors = signal<WebhookErrors>({});
  /** The new webhook and its secret. */
  protected readonly created = signal<WebhookSecret | undefined>(undefined);

  protected setType(type: WebhookType, isChosen: boolean): void {
    this.types.update((types) => new Set(WEBHOOK_TYPES.filter((one) => (one === type ? isChosen : types.has(one)))));
    this.forget('types');
  }

  protected forget(field: keyof WebhookErrors): void {
    this.errors.update((errors) => ({ ...errors, [field]: undefined }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const fields = {
      name: formText(event.target, 'webhook-name').trim(),
      url: formText(event.target, 'webhook-url').trim(),
      types: [...this.types()],
    };
    const missing = missingFields(fields);
    if (missing) return this.showErrors(missing);
    const { webhook } = this;
    const isSaved = await this.attempt.run(() => (webhook ? this.change(webhook, fields) : this.create(fields)));
    if (isSaved && webhook) return this.dialog.close();
    const problem = this.attempt.problem();
    const refused = problem && refusedFields(problem);
    if (!refused) return;
    this.attempt.forgetProblem();
    this.showErrors(refused);
  }

  private async change(webhook: Webhook, fields: CreateWebhook): Promise<void> {
    await this.api.change(webhook, fields);
  }

  private async create(fields: CreateWebhook): Promise<void> {
    this.dialog.disableClose = true; // otherwise, the secret could be lost
    try {
      this.created.set(await this.api.create(fields));
      this.focusLater(() => this.secret());
    } catch (error) {
      this.dialog.disableClose = false;
      throw error;
    }
  }

  private showErrors(errors: WebhookErrors): void {
    this.errors.set(errors);
    if (errors.name) this.focusLater(() => this.name());
    else if (errors.url) this.focusLater(() => this.url());
  }
}
