import { DestroyRef, type Injector, type Signal, computed, effect, untracked } from '@angular/core';
import { Compositions } from '@docket/web/conversation/data';
import { Notices } from '@docket/web/ui/notices';
import { UnsentNotice } from './unsent-notice';

/**
 * Reports messages that could not be sent: when their ticket is no longer open, and again when the connection is back. Their tickets may
 * have left the list. The page imports this after the list.
 */
export class UnsentReminder {
  private readonly notices: Notices;
  private readonly ids: Signal<readonly number[]>;
  private reported: readonly number[] = [];
  private dismiss?: () => void;

  constructor(openId: Signal<number | undefined>, injector: Injector) {
    this.notices = injector.get(Notices);
    const compositions = injector.get(Compositions);
    this.ids = computed(() => compositions.unsentIds().filter((id) => id !== openId()));
    effect(
      () => {
        const ids = this.ids();
        untracked(() => this.report(ids));
      },
      { injector },
    );
    const reportAgain = () => this.report(this.ids(), []);
    addEventListener('online', reportAgain);
    injector.get(DestroyRef).onDestroy(() => removeEventListener('online', reportAgain));
  }

  private report(ids: readonly number[], reported = this.reported): void {
    this.reported = ids;
    this.dismiss?.();
    const hasNew = ids.some((id) => !reported.includes(id));
    this.dismiss = hasNew ? this.notices.show({ component: UnsentNotice, data: ids, isFailure: true }) : undefined;
  }
}
