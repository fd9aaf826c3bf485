import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { lastValue } from '@docket/web/http';
import { QualityApi } from '@docket/web/quality/data';
import { fromEvent } from 'rxjs';

/** The state of the desk's own model, loaded once for the page. Loads it again after a failure when the connection is back. */
@Injectable()
export class LearnedModel {
  private readonly resource = inject(QualityApi).modelsResource();
  /** Undefined until it has loaded. */
  readonly models = lastValue(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly error = this.resource.error;
  readonly isLoading = this.resource.isLoading;

  constructor() {
    fromEvent(window, 'online')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (this.error()) this.reload();
      });
  }

  reload(): void {
    this.resource.reload();
  }
}
