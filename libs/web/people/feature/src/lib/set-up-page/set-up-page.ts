import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type Administrator, fieldErrorsOf, firstInvalid } from '../administrator-form/administrator';
import { AdministratorForm } from '../administrator-form/administrator-form';
import { EntryProblem } from '../entry/entry-problem';
import { takeFragment } from '../entry/take-fragment';
import { injectFocusLater } from '../fields/focus-later';
import { SetUpSteps } from './set-up-steps';

/** Creates the first administrator: the person with the link from the log, `/set-up#token`. */
@Component({
  selector: 'docket-set-up-page',
  imports: [AdministratorForm, EntryProblem, MatButton, RouterLink, SetUpSteps],
  templateUrl: './set-up-page.html',
  styleUrls: ['../entry/entry.scss', './set-up-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly focusLater = injectFocusLater();
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly failure = viewChild<EntryProblem>('failure');

  /** Secret token of the link. Stored nowhere else. */
  private token = '';
  /** Reason for a missing form: the page was opened without a link, or its link is no longer valid. */
  protected readonly obstacle = signal<'no-link' | 'link-spent' | undefined>('no-link');

  constructor() {
    takeFragment((token) => {
      this.token = token;
      this.obstacle.set(undefined);
    });
  }

  protected readonly createAdministrator = async (administrator: Administrator): Promise<void> => {
    try {
      await this.session.setUp({ token: this.token, ...administrator });
    } catch (error) {
      if (!isAboutLink(toProblem(error))) throw error;
      this.obstacle.set('link-spent');
      this.focusLater(() => this.failure());
      return;
    }
    await this.router.navigateByUrl('/tickets', { replaceUrl: true });
  };
}

/** Whether the link is invalid: 410, or a 400 for a malformed token, which concerns no field. */
function isAboutLink(problem: Problem): boolean {
  return problem.status === 410 || (problem.status === 400 && !firstInvalid(fieldErrorsOf(problem)));
}
