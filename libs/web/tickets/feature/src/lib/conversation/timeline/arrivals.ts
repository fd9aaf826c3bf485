import { DOCUMENT, DestroyRef, type Signal, effect, inject, signal, untracked } from '@angular/core';
import { type Timeline, type TimelineEntry, isMessage } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { actorName } from './actor-name';
import { changeNews, isOther } from './change-news';

/** Time in which changes are collected into one sentence, in ms. */
const COLLECT_MS = 2_000;

/** Time after the last key until something is announced, in ms. Until then, it would interrupt the letters that the person hears. */
const TYPING_MS = 1_500;

/** Time without a text before the same one again, in ms: screen readers read only changes of the page. */
const REPEAT_MS = 100;

/** Announces messages and changes of others to screen readers while the ticket is open. */
export class Arrivals {
  private readonly session = inject(Session);
  private readonly ignored = new Set<number>();
  private readonly current = signal('');
  private changes: readonly TimelineEntry[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  /** What waits until the person stops typing. */
  private readonly waiting = new Set<string>();
  private typedAt = 0;
  private pause?: ReturnType<typeof setTimeout>;
  private repetition?: ReturnType<typeof setTimeout>;
  /** The last announcement. */
  readonly text = this.current.asReadonly();

  /** Create in an injection context. */
  constructor(timeline: Timeline, ticketId: Signal<number>) {
    let last: { readonly ticketId: number; readonly entryId: number } | undefined;
    effect(() => {
      const entries = timeline.entries();
      const id = ticketId();
      if (!entries) return;
      const since = last;
      last = { ticketId: id, entryId: entries.at(-1)?.id ?? 0 };
      if (since?.ticketId === id) untracked(() => this.tell(entries.filter((entry) => entry.id > since.entryId)));
      else this.forget();
    });
    const document = inject(DOCUMENT);
    const onInput = () => (this.typedAt = Date.now());
    document.addEventListener('input', onInput);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('input', onInput);
      this.forget();
    });
  }

  /** Excludes the person's own message. */
  ignore(entryId: number): void {
    this.ignored.add(entryId);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changes = [];
    clearTimeout(this.pause);
    this.waiting.clear();
    this.show('');
  }

  private announce(text: string): void {
    this.waiting.add(text);
    this.showInPause();
  }

  private showInPause(): void {
    clearTimeout(this.pause);
    const rest = this.typedAt + TYPING_MS - Date.now();
    if (rest > 0) {
      this.pause = setTimeout(() => this.showInPause(), rest);
      return;
    }
    const text = [...this.waiting].join('. ');
    this.waiting.clear();
    this.show(text);
  }

  private show(text: string): void {
    clearTimeout(this.repetition);
    const isSame = text === this.current();
    this.current.set(isSame ? '' : text);
    if (isSame && text) this.repetition = setTimeout(() => this.current.set(text), REPEAT_MS);
  }

  private tell(entries: readonly TimelineEntry[]): void {
    this.collect(entries.filter((entry) => !isMessage(entry) && isOther(entry.actor, this.session.user()?.id)));
    const message = entries.filter(isMessage).findLast(({ id }) => !this.ignored.has(id));
    if (!message) return;
    const kind = message.message.visibility === 'public' ? 'reply' : 'note';
    this.announce(`New ${kind}: ${actorName(message.actor, this.session.isOpen())}`);
  }

  /** Combines many changes in a short time into one sentence. */
  private collect(changes: readonly TimelineEntry[]): void {
    if (!changes.length) return;
    this.changes = [...this.changes, ...changes];
    this.timer ??= setTimeout(() => {
      const news = changeNews(this.changes, this.session.isOpen());
      this.timer = undefined;
      this.changes = [];
      if (news) this.announce(news);
    }, COLLECT_MS);
  }
}
