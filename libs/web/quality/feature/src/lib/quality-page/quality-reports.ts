import { Injectable, type Signal, computed, inject, linkedSignal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { lastFailure, reloadAfterChange, toProblem } from '@docket/web/http';
import {
  type Quality,
  QualityApi,
  type QualityFilter,
  readQualityFilter,
  toQualityParams,
} from '@docket/web/quality/data';
import { connectionLost } from '@docket/web/ui/refresh';
import { fromEvent, merge } from 'rxjs';

interface Loaded {
  readonly filter: QualityFilter;
  readonly report: Quality;
}

/** The report of the filter in the URL. Loads it again when the connection changes. */
@Injectable()
export class QualityReports {
  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  readonly filter: Signal<QualityFilter> = computed(() => readQualityFilter(this.queryParams()), {
    equal: isSameFilter,
  });
  private readonly resource = inject(QualityApi).qualityResource(this.filter);
  private readonly latest = linkedSignal<Quality | undefined, Loaded | undefined>({
    source: () => (this.resource.hasValue() ? this.resource.value() : undefined),
    computation: (report, previous) => (report ? { report, filter: this.filter() } : previous?.value),
  });

  /** The latest report, until the next one has loaded. */
  readonly report = computed(() => this.latest()?.report);
  /** The team of the latest report, which does not name it. */
  readonly team = computed(() => this.latest()?.filter.team);
  /** Whether the latest report belongs to another filter than the one in the URL. */
  readonly isOther = computed(() => {
    const latest = this.latest();
    return latest !== undefined && !isSameFilter(latest.filter, this.filter());
  });
  readonly isLoading = this.resource.isLoading;
  readonly problem = computed(() => {
    const error = this.resource.error();
    return error && toProblem(error);
  });
  /** The failure of the last requests, until one succeeds. */
  readonly failure = lastFailure(this.problem, this.isLoading);
  readonly reload = reloadAfterChange(this.resource);

  constructor() {
    merge(fromEvent(window, 'online'), connectionLost())
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.reload());
  }
}

function isSameFilter(one: QualityFilter, other: QualityFilter): boolean {
  return JSON.stringify(toQualityParams(one)) === JSON.stringify(toQualityParams(other));
}
