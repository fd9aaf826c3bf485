import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { type Problem, reloadAfterChange, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type Identity, IdentitiesApi } from '@docket/web/people/data/identities';
import { ErrorState } from '@docket/web/ui';
import { EntryProblem } from '../entry/entry-problem';
import { signOnProblem } from './sign-on-problem';

/** Problem type after the person has closed the step-up dialog. */
const STEP_UP_REQUIRED = '/problems/step-up-required';

/** Shows whether single sign-on is linked, and links or unlinks it. Empty without a provider. */
@Component({
  selector: 'docket-linked-identity',
  imports: [EntryProblem, ErrorState, MatButton],
  templateUrl: './linked-identity.html',
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
      justify-items: start;
    }

    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkedIdentity {
  private readonly api = inject(IdentitiesApi);
  private readonly location = inject(DOCUMENT).location;
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly identities = this.api.identitiesResource();
  private readonly code = inject(ActivatedRoute).snapshot.queryParamMap.get('problem');
  protected readonly isSending = signal(false);
  private readonly reload = reloadAfterChange(this.identities);
  /** Problem of linking or unlinking. */
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** Problem of the last visit to the provider. */
  protected readonly refusalText = computed(() => {
    const provider = this.session.provider();
    if (provider === undefined || this.isSending()) return undefined;
    if (this.code === 'provider-unavailable') return `${provider} does not respond. Try again in a minute.`;
    return signOnProblem(this.code, { provider, canUsePassword: this.session.canUsePassword() });
  });
  protected readonly loadProblem = computed(() => {
    const error = this.identities.error();
    return error && toProblem(error);
  });

  protected describe({ email }: Identity, provider: string): string {
    const isOnlyWay = !this.session.canUsePassword();
    const as = email === null ? '' : ` as ${email}`;
    return `You ${isOnlyWay ? 'sign in only' : 'can sign in'} with ${provider}${as}${isOnlyWay ? ', so it cannot be unlinked' : ''}.`;
  }

  /** Opens the provider's page, which returns to this one. */
  protected async link(): Promise<void> {
    const [path = ''] = this.router.url.split('?', 1);
    await this.send(async () => this.location.assign(await this.api.link(path)));
  }

  protected async unlink(identity: Identity): Promise<void> {
    await this.send(async () => {
      await this.api.unlink(identity);
      this.isSending.set(false);
    });
    this.reload();
  }

  /** @param request keeps the sending state while the browser opens another page */
  private async send(request: () => Promise<void>): Promise<void> {
    if (this.isSending()) return;
    this.problem.set(undefined);
    this.isSending.set(true);
    try {
      await request();
    } catch (error) {
      const problem = toProblem(error);
      if (problem.type !== STEP_UP_REQUIRED) this.problem.set(problem);
      this.isSending.set(false);
    }
  }
}
