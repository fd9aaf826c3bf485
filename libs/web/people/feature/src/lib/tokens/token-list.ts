import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  booleanAttribute,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Problem, toProblem } from '@docket/web/http';
import { type Token, TokensApi } from '@docket/web/people/data';
import { AgeText, DayPipe, ProblemReason, tickingNow } from '@docket/web/ui';
import { firstValueFrom } from 'rxjs';
import { ScopeNamePipe } from './scope-name-pipe';

/** Lists tokens, and revokes them. */
@Component({
  selector: 'docket-token-list',
  imports: [AgeText, DayPipe, MatButton, ProblemReason, ScopeNamePipe],
  templateUrl: './token-list.html',
  styleUrls: ['../settings-list.scss', './token-list.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokenList {
  private readonly injector = inject(Injector);
  private readonly api = inject(TokensApi);
  protected readonly now = tickingNow();
  readonly tokens = input.required<readonly Token[]>();
  /** Whether to show the owners of the tokens. */
  readonly withOwner = input(false, { transform: booleanAttribute });
  /** Emits after a token was revoked. */
  readonly revoked = output();
  protected readonly rows = computed(() =>
    this.tokens().map((token) => ({
      token,
      isExpired: token.expires_at !== undefined && Date.parse(token.expires_at) <= this.now(),
    })),
  );
  /** Problem of the last revocation. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected async revoke({ id, name }: Token): Promise<void> {
    const { openConfirm } = await import('../confirm-dialog/open-confirm');
    const isSure = await openConfirm(this.injector, {
      title: `Revoke “${name}”?`,
      text: 'Programs that use this token stop working at once. Nobody can undo this.',
      action: 'Revoke',
    });
    if (!isSure) return;
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.api.revokeToken(id));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
    this.revoked.emit();
  }
}
