import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Problem, reloadAfterChange, toProblem } from '@docket/web/http';
import { AccountApi, type OwnSession } from '@docket/web/people/data';
import { AgeText, ErrorState, ProblemReason, tickingNow } from '@docket/web/ui';
import { type Observable, firstValueFrom } from 'rxjs';
import { browserName } from './browser-name';

/** Browsers in which the person is signed in, with buttons to sign out there. */
@Component({
  selector: 'docket-own-sessions',
  imports: [AgeText, ErrorState, MatButton, ProblemReason],
  templateUrl: './own-sessions.html',
  styleUrls: ['../settings-list.scss', './own-sessions.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnSessions {
  private readonly account = inject(AccountApi);
  protected readonly now = tickingNow();
  protected readonly sessions = this.account.sessionsResource();
  /** Reloads the list after a change elsewhere on the page. */
  readonly reload = reloadAfterChange(this.sessions);
  protected readonly rows = computed(() =>
    this.sessions.hasValue()
      ? this.sessions.value().map((session) => ({ session, name: browserName(session.user_agent) }))
      : undefined,
  );
  protected readonly hasOthers = computed(() => (this.rows()?.length ?? 0) > 1);
  protected readonly loadProblem = computed(() => {
    const error = this.sessions.error();
    return error && toProblem(error);
  });
  /** Problem of the last sign-out. */
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly isSending = signal(false);

  protected endSession({ id }: OwnSession): Promise<void> {
    return this.send(this.account.endSession(id));
  }

  protected endOthers(): Promise<void> {
    return this.send(this.account.endOtherSessions());
  }

  private async send(request: Observable<void>): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.problem.set(undefined);
    try {
      await firstValueFrom(request);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status !== 404) this.problem.set(problem); // 404: it has already ended
    } finally {
      this.isSending.set(false);
      this.reload();
    }
  }
}
