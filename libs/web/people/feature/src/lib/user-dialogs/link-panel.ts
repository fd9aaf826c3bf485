import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CreatedLink } from '@docket/web/people/data/users';
import { DISPLAY_LOCALE } from '@docket/web/ui';
import { CopyField } from '../fields/copy-field';

const dayAndTime = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A link that is shown only once, with a button to copy it, or the address to which it was mailed. */
@Component({
  selector: 'docket-link-panel',
  imports: [CopyField],
  template: `
    @if (link().url; as url) {
      @if (isMailWanted()) {
        <p class="failure" role="alert">The mail to {{ name() }} could not be sent.</p>
      }
      <docket-copy-field [label]="'Link for ' + name()" [text]="url" />
      <p class="docket-secondary">
        Docket shows this link only now. Send it to {{ name() }} yourself: whoever opens it first chooses the password.
        It works once, until {{ expiresAt() }}.
      </p>
    } @else {
      <p role="status">The link is in the mail to {{ name() }}. It works once, until {{ expiresAt() }}.</p>
    }
  `,
  styles: `
    p {
      margin: 0.5rem 0 0;
      overflow-wrap: anywhere;
    }

    .failure {
      margin-bottom: 0.75rem;
      color: var(--mat-sys-error);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkPanel {
  readonly link = input.required<CreatedLink>();
  /** Whether Docket should mail the link. */
  readonly isMailWanted = input(false);
  /** Name of the link's owner. */
  readonly name = input.required<string>();
  protected readonly expiresAt = computed(() => dayAndTime.format(new Date(this.link().expires_at)));
}
