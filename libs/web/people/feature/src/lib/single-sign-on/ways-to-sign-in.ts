import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@docket/web/people/data';

/** The ways to sign in, such as "Acme SSO and password." */
@Component({
  selector: 'docket-ways-to-sign-in',
  template: `
    @if (session.provider(); as provider) {
      @if (session.canUsePassword()) {
        {{ provider }} and password.
      } @else {
        {{ provider }}.
      }
    } @else {
      Password.
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaysToSignIn {
  protected readonly session = inject(Session);
}
