import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  computed,
  inject,
  input,
  numberAttribute,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ROLE_PERMISSIONS } from '@docket/domain';
import { type Problem, reloadAfterChange, toProblem } from '@docket/web/http';
import { type Service, TokensApi } from '@docket/web/people/data';
import { ErrorState, Icon, ProblemReason } from '@docket/web/ui';
import { firstValueFrom } from 'rxjs';
import { TokenList } from '../tokens/token-list';

/** Services with their tokens, and all people's tokens, for administrators. */
@Component({
  selector: 'docket-tokens-page',
  imports: [ErrorState, Icon, MatButton, ProblemReason, RouterLink, TokenList],
  templateUrl: './tokens-page.html',
  styleUrls: ['../settings-list.scss', '../settings-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokensPage {
  private readonly injector = inject(Injector);
  private readonly api = inject(TokensApi);
  /** Query parameter: only tokens with a lower id. */
  readonly before = input(undefined, { transform: (value: unknown) => numberAttribute(value, NaN) || undefined });
  protected readonly services = this.api.servicesResource();
  protected readonly tokens = this.api.allResource(this.before);
  private readonly reloadServices = reloadAfterChange(this.services);
  protected readonly reloadTokens = reloadAfterChange(this.tokens);
  protected readonly loadProblem = computed(() => {
    const error = this.services.error() ?? this.tokens.error();
    return error && toProblem(error);
  });
  /** Id of the last token on this page, if older ones follow. */
  protected readonly last = computed(() =>
    this.tokens.headers()?.has('link') && this.tokens.hasValue() ? this.tokens.value().at(-1)?.id : undefined,
  );
  /** Problem of the last change. */
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected reload(): void {
    this.reloadServices();
    this.reloadTokens();
  }

  protected async createService(): Promise<void> {
    const { openServiceDialog } = await import('./open-service-dialog');
    const service = await openServiceDialog(this.injector);
    if (!service) return;
    this.reloadServices();
    await this.createToken(service);
  }

  protected async createToken(service: Service): Promise<void> {
    const { openTokenDialog } = await import('../tokens/open-token-dialog');
    const isCreated = await openTokenDialog(this.injector, { permissions: ROLE_PERMISSIONS[service.role], service });
    if (isCreated) this.reloadTokens();
  }

  protected async deactivate({ id, name }: Service): Promise<void> {
    const { openConfirm } = await import('../confirm-dialog/open-confirm');
    const isSure = await openConfirm(this.injector, {
      title: `Deactivate “${name}”?`,
      text: 'The service and all its tokens stop working at once. Nobody can undo this.',
      action: 'Deactivate',
    });
    if (!isSure) return;
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.api.deactivateService(id));
    } catch (error) {
      this.problem.set(toProblem(error));
    }
    this.reload();
  }
}
