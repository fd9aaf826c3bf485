import { Injectable, effect, inject, untracked } from '@angular/core';
import { LiveFeed } from '@docket/web/live/data';
import { Notices } from '@docket/web/ui/notices';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';
import { UnsavedNotice } from './unsaved-notice';

interface UnsavedChange {
  readonly data: ChangeNoticeData;
  readonly retry: () => void;
  /** Whether it was named again after a reconnection. Once is enough: the person may not want it any more. */
  readonly isReminded?: boolean;
}

/**
 * Changes that failed without a connection. One notice names all of them, so that none goes unnoticed behind another, and appears again
 * when the connection is back: a notice is visible for seconds, a connection may be away for minutes.
 */
@Injectable({ providedIn: 'root' })
export class UnsavedChanges {
  private readonly notices = inject(Notices);
  private all: readonly UnsavedChange[] = [];
  private dismiss?: () => void;

  constructor() {
    const live = inject(LiveFeed).state;
    let wasLive = live()?.isLive;
    effect(() => {
      const isLive = live()?.isLive;
      if (isLive && wasLive === false) untracked(() => this.remind());
      wasLive = isLive;
    });
  }

  /** Reports a change. A newer change of the same field takes the place of an older one. */
  add(data: ChangeNoticeData, retry: () => void): () => void {
    this.all = [...this.without(data), { data, retry }];
    this.show();
    return () => this.forget(data);
  }

  /** Call when a field of a ticket was changed. The notice goes on naming the others. */
  forget(data: ChangeNoticeData): void {
    const others = this.without(data);
    if (others.length === this.all.length) return;
    this.all = others;
    this.show();
  }

  private without({ ticket, change }: ChangeNoticeData): readonly UnsavedChange[] {
    return this.all.filter(({ data }) => data.ticket.id !== ticket.id || data.change.field !== change.field);
  }

  private remind(): void {
    this.all = this.all.filter(({ isReminded }) => !isReminded).map((one) => ({ ...one, isReminded: true }));
    this.show();
  }

  private show(): void {
    this.dismiss?.();
    const [first, ...others] = this.all;
    if (!first) return;
    const shared = { isFailure: true, onAction: () => this.tryAgain() };
    this.dismiss =
      others.length === 0
        ? this.notices.show({ component: ChangeNotice, data: first.data, ...shared })
        : this.notices.show({ component: UnsavedNotice, data: this.all.map(({ data }) => data), ...shared });
  }

  private tryAgain(): void {
    const { all } = this;
    this.all = [];
    for (const { retry } of all) retry();
  }
}
