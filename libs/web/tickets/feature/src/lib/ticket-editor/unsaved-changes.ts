import { Injectable, effect, inject, untracked } from '@angular/core';
import { LiveFeed } from '@docket/web/live/data';
import { Notices } from '@docket/web/ui/notices';
import { TextNotice } from '../text-notice/text-notice';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';
import { changesText } from './field-texts';
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
  /** Changes that are tried again together, and those of them that were saved. */
  private tried: readonly ChangeNoticeData[] = [];
  private saved: readonly ChangeNoticeData[] = [];
  private dismissSaved?: () => void;

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

  /**
   * Shows that a change was saved. One notice names all changes that were tried again together: notices that follow each other are visible
   * too briefly to be read.
   */
  showSaved(data: ChangeNoticeData, onUndo: () => void): () => void {
    const isOneOfMany = this.tried.some((one) => isSameField(one, data));
    this.tried = this.tried.filter((one) => !isSameField(one, data));
    this.saved = isOneOfMany ? [...this.saved, data] : [data];
    if (this.saved.length > 1) this.dismissSaved?.();
    this.dismissSaved =
      this.saved.length > 1
        ? this.notices.show({ component: TextNotice, data: `Saved: ${changesText(this.saved)}` })
        : this.notices.show({ component: ChangeNotice, data, onAction: onUndo });
    return this.dismissSaved;
  }

  private without(data: ChangeNoticeData): readonly UnsavedChange[] {
    return this.all.filter((one) => !isSameField(one.data, data));
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
    this.tried = all.map(({ data }) => data);
    this.saved = [];
    for (const { retry } of all) retry();
  }
}

function isSameField(one: ChangeNoticeData, other: ChangeNoticeData): boolean {
  return one.ticket.id === other.ticket.id && one.change.field === other.change.field;
}
