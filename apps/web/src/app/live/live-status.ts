import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject } from '@angular/core';
import { LiveFeed, PresentPeople } from '@docket/web/live/data';
import { DISPLAY_LOCALE, tickingNow } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';

/** Number of avatars that fit the width of the navigation. With more people, a number takes the last place. */
const PLACES = 3;

/**
 * Shows whether changes of others arrive live or since when they do not, and the other people online. The live feed runs while the
 * component exists.
 */
@Component({
  selector: 'docket-live-status',
  imports: [Avatar],
  template: `
    @if (feed.state(); as state) {
      <span class="mark">
        <span class="dot"></span>
        <span role="status" [title]="title()">
          @if (state.isLive) {
            Live
          } @else {
            Not live <span class="since">since {{ since() }}</span>
          }
        </span>
      </span>
    }
    @if (people().length) {
      <span class="people" role="img" [attr.aria-label]="names()" [title]="names()">
        @for (person of shown(); track person.id) {
          <docket-avatar [name]="person.name" [userId]="person.id" />
        }
        @if (people().length > shown().length) {
          <span class="more">+{{ people().length - shown().length }}</span>
        }
      </span>
    }
  `,
  host: { '[class.live]': 'feed.state()?.isLive' },
  styleUrl: './live-status.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LiveStatus {
  protected readonly feed = inject(LiveFeed);
  protected readonly people = inject(PresentPeople).all;
  private readonly time = new Intl.DateTimeFormat(DISPLAY_LOCALE, { timeStyle: 'short' });
  private readonly day = new Intl.DateTimeFormat(DISPLAY_LOCALE, { day: 'numeric', month: 'short' });
  private readonly now = tickingNow();
  /** Time of today, or an earlier day: a tab may have been open for long. */
  protected readonly since = computed(() => {
    const { since } = this.feed.state() ?? { since: 0 };
    const isToday = this.day.format(since) === this.day.format(this.now());
    return isToday ? this.time.format(since) : this.day.format(since);
  });
  protected readonly title = computed(() =>
    this.feed.state()?.isLive
      ? 'Changes by others appear at once'
      : 'Changes by others do not arrive. What you see may be old',
  );
  protected readonly shown = computed(() =>
    this.people().slice(0, this.people().length > PLACES ? PLACES - 1 : PLACES),
  );
  protected readonly names = computed(
    () =>
      `In tickets now: ${this.people()
        .map(({ name }) => name)
        .join(', ')}`,
  );

  constructor() {
    this.feed.start();
    inject(DestroyRef).onDestroy(() => this.feed.stop());
  }
}
