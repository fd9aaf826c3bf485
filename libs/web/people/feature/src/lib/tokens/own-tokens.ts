import { ChangeDetectionStrategy, Component, Injector, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PERMISSIONS } from '@docket/domain';
import { reloadAfterChange, toProblem } from '@docket/web/http';
import { Session, TokensApi } from '@docket/web/people/data';
import { ErrorState, Icon } from '@docket/web/ui';
import { TokenList } from './token-list';

/** The tokens of the signed-in person. */
@Component({
  selector: 'docket-own-tokens',
  imports: [ErrorState, Icon, MatButton, TokenList],
  template: `
    @if (tokens.hasValue()) {
      @if (tokens.value().length > 0) {
        <docket-token-list [tokens]="tokens.value()" (revoked)="reload()" />
      }
    } @else if (problem(); as problem) {
      <docket-error-state [requestId]="problem.requestId" [status]="problem.status" (retry)="tokens.reload()">
        <h3>The tokens could not be loaded</h3>
      </docket-error-state>
    }
    <button matButton="outlined" type="button" (click)="createToken()">
      <docket-icon matButtonIcon name="add" [size]="18" />New token
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
      justify-items: start;
    }
    docket-token-list {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnTokens {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  protected readonly tokens = inject(TokensApi).ownResource();
  protected readonly reload = reloadAfterChange(this.tokens);
  protected readonly problem = computed(() => {
    const error = this.tokens.error();
    return error && toProblem(error);
  });

  protected async createToken(): Promise<void> {
    const { openTokenDialog } = await import('./open-token-dialog');
    const permissions = PERMISSIONS.filter((permission) => this.session.can(permission));
    if (await openTokenDialog(this.injector, { permissions })) this.reload();
  }
}
