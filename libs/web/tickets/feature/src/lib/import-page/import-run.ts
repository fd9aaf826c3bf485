import { HttpEventType, type HttpEvent } from '@angular/common/http';
import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { toProblem } from '@docket/web/http';
import { TicketChanges } from '@docket/web/tickets/data';
import { type ImportResult, ImportsApi } from '@docket/web/tickets/data/imports';
import { Notices } from '@docket/web/ui/notices';
import type { Subscription } from 'rxjs';
import { isReadable } from './file-start';
import { ImportNotice } from './import-notice';
import type { EndedImport, ImportJob, ImportState } from './import-state';

const PAGE = /^\/import(?:[?#]|$)/;

/**
 * The running import, and the result of the last one. Continues while other pages are open; leaving the application asks for confirmation.
 */
@Injectable({ providedIn: 'root' })
export class ImportRun {
  private readonly api = inject(ImportsApi);
  private readonly changes = inject(TicketChanges);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly window = inject(DOCUMENT).defaultView;
  private request?: Subscription;
  private readonly current = signal<ImportState>({ kind: 'idle' });
  readonly state = this.current.asReadonly();

  /** Starts an import. Does nothing while another one runs. */
  start(job: ImportJob): void {
    if (this.current().kind === 'running') return;
    this.current.set({ kind: 'running', job, sent: 0 });
    this.window?.addEventListener('beforeunload', askBeforeLeaving);
    this.request = this.api.importFile(job.source, job.options).subscribe({
      next: (event) => this.progress(job, event),
      error: (error: unknown) => void this.fail(job, error),
    });
  }

  /** Stops the upload. Stored tickets stay. */
  cancel(): void {
    const state = this.current();
    if (state.kind !== 'running') return;
    this.request?.unsubscribe();
    this.end({ kind: 'cancelled', job: state.job });
  }

  /** Discards the result. */
  clear(): void {
    if (this.current().kind !== 'running') this.current.set({ kind: 'idle' });
  }

  private progress(job: ImportJob, event: HttpEvent<ImportResult>): void {
    if (event.type === HttpEventType.UploadProgress) this.current.set({ kind: 'running', job, sent: event.loaded });
    if (event.type !== HttpEventType.Response) return;
    if (event.body) this.end({ kind: 'done', job, result: event.body });
    else this.end({ kind: 'failed', job, problem: { status: event.status, errors: [] }, isFileGone: false });
  }

  private async fail(job: ImportJob, error: unknown): Promise<void> {
    const problem = toProblem(error);
    const isFileGone = problem.status === 0 && !(await isReadable(job.file));
    const state = this.current();
    if (state.kind === 'running' && state.job === job) this.end({ kind: 'failed', job, problem, isFileGone });
  }

  private end(state: EndedImport): void {
    this.window?.removeEventListener('beforeunload', askBeforeLeaving);
    this.current.set(state);
    if (state.kind !== 'done' || state.result.imported > 0) this.changes.announce({ kind: 'imported' });
    if (PAGE.test(this.router.url)) return;
    this.notices.show({
      component: ImportNotice,
      data: state,
      isFailure: state.kind === 'failed',
      onAction: () => void this.router.navigate(['/import']),
    });
  }
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
