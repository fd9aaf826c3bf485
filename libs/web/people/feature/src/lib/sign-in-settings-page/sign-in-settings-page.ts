import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { Icon } from '@docket/web/ui';
import type { Administrator } from '../administrator-form/administrator';
import { AdministratorForm } from '../administrator-form/administrator-form';
import { injectFocusLater } from '../fields/focus-later';
import { WaysToSignIn } from '../single-sign-on/ways-to-sign-in';

/** Shows the ways to sign in. In the open mode, closes Docket permanently by creating the first administrator. */
@Component({
  selector: 'docket-sign-in-settings-page',
  imports: [AdministratorForm, Icon, WaysToSignIn],
  templateUrl: './sign-in-settings-page.html',
  styleUrls: ['../settings-page.scss', './sign-in-settings-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInSettingsPage {
  private readonly focusLater = injectFocusLater();
  protected readonly session = inject(Session);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly requireSignIn = async (administrator: Administrator): Promise<void> => {
    try {
      await this.session.requireSignIn(administrator);
    } catch (error) {
      if (toProblem(error).status !== 409) throw error;
      await this.session.load(); // another person was first, so the shell opens the sign-in
      return;
    }
    this.focusLater(() => this.heading().nativeElement);
  };
}
