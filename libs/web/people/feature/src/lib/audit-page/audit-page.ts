import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { ActivatedRoute, Router } from '@angular/router';
import { type Problem, lastValue, readCursors, toProblem } from '@docket/web/http';
import {
  AuditApi,
  type AuditEvent,
  type AuditFilter,
  readAuditFilter,
  toAuditParams,
} from '@docket/web/people/data/audit';
import { EmptyState, ErrorState, Icon, ProblemReason } from '@docket/web/ui';
import { firstValueFrom } from 'rxjs';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';

/** The audit log. The URL holds the filters and the page. */
@Component({
  selector: 'docket-audit-page',
  imports: [AuditFilters, AuditTable, EmptyState, ErrorState, Icon, MatButton, MatProgressBar, ProblemReason],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  private readonly api = inject(AuditApi);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  readonly cursor = input<string>();

  private readonly queryParams = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly filter = computed<AuditFilter>(() => readAuditFilter(this.queryParams()));
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some((value) => value !== undefined));
  private readonly resource = this.api.eventsResource(this.filter, this.cursor);
  protected readonly isLoading = this.resource.isLoading;
  protected readonly problem = computed(() => (this.resource.error() ? toProblem(this.resource.error()) : undefined));
  private readonly latest = computed(() =>
    this.resource.status() === 'resolved' && this.resource.hasValue()
      ? { events: this.resource.value(), ...readCursors(this.resource.headers()) }
      : undefined,
  );
  /** The last page, until the next one has loaded. */
  protected readonly page = lastValue(this.latest);
  /** Name of the person in the filter, from any of their events. */
  protected readonly personName = computed(() => nameOf(this.filter().person, this.page()?.events ?? []));

  protected readonly isExporting = signal(false);
  protected readonly exportProblem = signal<Problem | undefined>(undefined);

  protected applyFilter(filter: AuditFilter): void {
    void this.router.navigate([], { queryParams: { ...toAuditParams(filter), cursor: null } });
  }

  protected goToPage(cursor: string | undefined): void {
    void this.router.navigate([], { queryParams: { cursor }, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    this.resource.reload();
  }

  /** Saves all matching events as a file. */
  protected async exportEvents(): Promise<void> {
    if (this.isExporting()) return;
    this.isExporting.set(true);
    this.exportProblem.set(undefined);
    try {
      this.save(await firstValueFrom(this.api.exportEvents(this.filter())));
    } catch (error) {
      this.exportProblem.set(toProblem(error));
    } finally {
      this.isExporting.set(false);
    }
  }

  private save(file: Blob): void {
    const url = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = `docket-audit-${new Date().toISOString().slice(0, 10)}.ndjson`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
  }
}

function nameOf(id: number | undefined, events: readonly AuditEvent[]): string | undefined {
  const people = events.flatMap(({ actor, user }) => [actor, user]);
  return people.find((person) => person !== undefined && person.id === id)?.name;
}
