import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type Administrator, fieldErrorsOf, firstInvalid } from '../administrator-form/administrator';
import { AdministratorForm } from '../administrator-form/administrator-form';
import { EntryProblem } from '../entry/entry-problem';
import { SetUpSteps } from './set-up-steps';

/** Makes the first administrator: the person with the link from the log, `/set-up#token`. */
@Component({
  selector: 'docket-set-up-page',
  imports: [AdministratorForm, EntryProblem, MatButton, RouterLink, SetUpSteps],
  templateUrl: './set-up-page.html',
  styleUrls: ['../entry/entry.scss', './set-up-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetUpPage {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly failure = viewChild<EntryProblem>('failure');

  /** The part of the link that proves the right to set up. Kept here only. */
  private token = '';
  /** Why there is no form: the page was opened without a link, or its link no longer works. */
  protected readonly obstacle = signal<'no-link' | 'link-spent' | undefined>('no-link');

  constructor() {
    this.route.fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => fragment && this.takeToken(fragment));
  }

  /** Takes the token out of the address bar, so that nobody copies it, or reads it over a shoulder. */
  private takeToken(token: string): void {
    this.token = token;
    this.obstacle.set(undefined);
    const dropFragment = () => void this.router.navigate([], { relativeTo: this.route, replaceUrl: true });
    afterNextRender(dropFragment, { injector: this.injector });
  }

  protected readonly createAdministrator = async (administrator: Administrator): Promise<void> => {
    try {
      await this.session.setUp({ token: this.token, ...administrator });
    } catch (error) {
      if (!isAboutLink(toProblem(error))) throw error;
      this.obstacle.set('link-spent');
      afterNextRender(() => this.failure()?.focus(), { injector: this.injector });
      return;
    }
    await this.router.navigateByUrl('/tickets', { replaceUrl: true });
  };
}

/** 410, or a 400 that is about no field: no token looks like this one. */
function isAboutLink(problem: Problem): boolean {
  return problem.status === 410 || (problem.status === 400 && !firstInvalid(fieldErrorsOf(problem)));
}
