import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@docket/web/people/data';
import { EmptyState } from '@docket/web/ui';
import { OwnSessions } from '../own-sessions/own-sessions';
import { PasswordForm } from '../password-form/password-form';
import { LinkedIdentity } from '../single-sign-on/linked-identity';
import { OwnTokens } from '../tokens/own-tokens';

/** The signed-in person: name, password, sessions and tokens. */
@Component({
  selector: 'docket-profile-page',
  imports: [EmptyState, LinkedIdentity, OwnSessions, OwnTokens, PasswordForm],
  templateUrl: './profile-page.html',
  styleUrl: '../settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  protected readonly session = inject(Session);
}
