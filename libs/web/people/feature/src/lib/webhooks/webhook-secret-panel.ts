import { ChangeDetectionStrategy, Component, input, viewChild } from '@angular/core';
import { CopyField } from '../fields/copy-field';

/** A secret that is shown only once, and its purpose. */
@Component({
  selector: 'docket-webhook-secret-panel',
  imports: [CopyField],
  template: `
    <p>Docket cannot show it again. Keep it like a password.</p>
    <docket-copy-field #copy label="Secret" [text]="secret()" />
    <p class="docket-secondary">
      The receiver checks the header <code>webhook-signature</code> of each delivery with it: the package
      <code>standardwebhooks</code> does so in TypeScript, Python and many more languages.
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }

    p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookSecretPanel {
  private readonly copy = viewChild.required<CopyField>('copy');
  readonly secret = input.required<string>();

  focus(): void {
    this.copy().focus();
  }
}
