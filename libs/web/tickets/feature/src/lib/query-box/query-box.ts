import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  type QueryCorrection,
  type QueryError,
  type QueryKey,
  completeTicketQuery,
  parseTicketQuery,
  replaceSpan,
} from '@docket/ticket-query';
import type { Ticket } from '@docket/web/tickets/data';
import { Icon, isComposing } from '@docket/web/ui';
import { optionAt } from '../option-at';
import { knownNames } from './known-names';
import { type QueryOption, nothingFound, onlyOption, queryOptions } from './query-options';
import { querySpans } from './query-spans';

/** Keys whose values count as complete only after the caret has moved on: half a name may be another name. */
const NAME_KEYS: readonly QueryKey[] = ['assignee', 'team', 'tag', 'requester'];

let boxes = 0;

/** A text field for the query language: filters have a color, errors are underlined, and a list completes keys and values. */
@Component({
  selector: 'docket-query-box',
  imports: [Icon],
  templateUrl: './query-box.html',
  styleUrl: './query-box.scss',
  host: {
    '(click)': 'chooseAt($event)',
    '(mousedown)': 'keepFocus($event)',
    '(mousemove)': 'moveTo($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueryBox {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  /** Optional, because the page reads {@link errors} before the first binding. */
  readonly text = input('');
  /** Tickets whose tags and requesters are offered as completions. */
  readonly tickets = input.required<readonly Ticket[]>();
  /** Errors that only the API can find, such as unknown names. */
  readonly apiErrors = input<readonly QueryError[]>([]);
  /** Emits the text with every change. */
  readonly textChange = output<string>();
  /** Emits when the text should apply immediately. */
  readonly applied = output();
  /** Emits on Enter, if the text has no error. */
  readonly entered = output();
  /** Emits on Escape, when the person returns to the list. */
  readonly done = output();
  /** Emits when the field loses the focus. */
  readonly left = output();

  protected readonly id = `docket-query-${boxes++}`;
  protected readonly hasFocus = signal(false);
  protected readonly scrolled = signal(0);
  /** The text in the field. `text` follows only with the next change detection, and a quick typist presses another key before. */
  private readonly typed = linkedSignal(() => this.text());
  private readonly caret = signal(0);
  /** The text after a value was completed at its end, with a space. */
  private completed?: string;
  private readonly wantsOptions = signal(false);

  /** Whether Enter was pressed, so that the whole text counts as complete. */
  private readonly isEntered = linkedSignal({ source: this.typed, computation: () => false });

  private readonly parsed = computed(() => parseTicketQuery(this.typed()));
  private readonly completion = computed(() =>
    this.hasFocus() ? completeTicketQuery(this.typed(), this.caret()) : undefined,
  );
  private readonly names = knownNames(this.completion, this.tickets);
  protected readonly options = computed<readonly QueryOption[]>(() => {
    const completion = this.completion();
    return completion ? queryOptions(completion, this.names(), new Date()) : [];
  });
  /** Message that nothing completes the text. */
  protected readonly nothing = computed(() => {
    const completion = this.completion();
    return completion && this.options().length === 0 ? nothingFound(completion, this.names()) : undefined;
  });
  /** Whether the suggestions are open. */
  readonly isOpen = computed(() => this.wantsOptions() && this.options().length > 0);
  /** Index of the option that Enter takes; -1 for none. */
  protected readonly active = linkedSignal<string, number>({ source: this.typed, computation: () => -1 });
  /** Errors of the text, except for those of a value being typed. */
  readonly errors = computed(() => {
    const { errors } = this.parsed();
    // For a link with a mistake, the API reports an error that the parser reports, too.
    const others = this.apiErrors().filter(({ start }) => !errors.some((error) => error.start === start));
    return [...errors.filter((error) => !this.isBeingTyped(error)), ...others];
  });
  /** The error whose correction has the key `b`. In the field, it is a letter. */
  protected readonly offered = computed(() =>
    this.hasFocus() ? undefined : this.errors().find(({ correction }) => correction),
  );
  protected readonly spans = computed(() => querySpans(this.parsed(), this.errors()));

  /** Focuses the field and selects its text. */
  focus(): void {
    const { nativeElement } = this.field();
    nativeElement.focus();
    nativeElement.select();
  }

  /** Whether a name is being typed, so that the query may name another person. */
  isUnfinished(): boolean {
    const key = this.completion()?.key;
    return key !== undefined && NAME_KEYS.includes(key);
  }

  /** Half of a word that an input method composes is shown, and not searched for. */
  protected type(event?: Event): void {
    if (event instanceof InputEvent && event.data === ',') this.joinValues();
    this.moveCaret();
    this.typed.set(this.field().nativeElement.value);
    if (event instanceof InputEvent && event.isComposing) return;
    this.textChange.emit(this.typed());
    const completion = completeTicketQuery(this.typed(), this.caret());
    this.wantsOptions.set(completion !== undefined && (completion.key !== undefined || completion.typed !== ''));
  }

  /** A comma right after a completed value continues its list, instead of the space that the completion added. */
  private joinValues(): void {
    const { nativeElement } = this.field();
    if (!this.completed || nativeElement.value !== `${this.completed},`) return;
    const space = this.completed.length - 1;
    nativeElement.setRangeText('', space, space + 1, 'preserve');
  }

  protected moveCaret(): void {
    this.caret.set(this.field().nativeElement.selectionEnd ?? 0);
  }

  protected leave(): void {
    this.hasFocus.set(false);
    this.wantsOptions.set(false);
    this.left.emit();
  }

  protected handleKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const chosen = this.isOpen() ? this.options()[this.active()] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') this.escape();
    else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) this.choose(chosen);
    else if (event.key === 'Enter') this.enter();
    else if (event.key === '/' && this.isReplaced())
      this.focus(); // the shortcut, though the field has the focus already
    else return;
    event.preventDefault();
  }

  /** Whether the next letter replaces the whole text. */
  private isReplaced(): boolean {
    const { selectionStart, selectionEnd, value } = this.field().nativeElement;
    return selectionStart === 0 && selectionEnd === value.length;
  }

  /** Moves among the options; between the last and the first, no option is active. */
  private move(by: 1 | -1): void {
    this.moveCaret();
    const count = this.isOpen() ? this.options().length : 0;
    this.wantsOptions.set(true);
    if (count === 0) this.active.set(by === 1 ? 0 : -1);
    else this.active.update((active) => ((active + 1 + by + count + 1) % (count + 1)) - 1);
  }

  private enter(): void {
    this.completeName();
    this.wantsOptions.set(false);
    this.isEntered.set(true);
    if (this.parsed().errors.length === 0) this.entered.emit(); // the field then loses the focus, which applies the text
  }

  /** Takes the only suggestion for the beginning of a name at the caret. A name in quotation marks stays as it is. */
  private completeName(): void {
    this.moveCaret();
    const completion = this.isOpen() ? this.completion() : undefined;
    if (!completion || this.caret() < completion.end || completion.end - completion.start > completion.typed.length)
      return;
    const only = onlyOption(completion, this.names());
    if (only) this.choose(only);
  }

  private escape(): void {
    if (this.isOpen()) this.wantsOptions.set(false);
    else this.done.emit();
  }

  protected chooseAt(event: MouseEvent): void {
    const option = this.options()[optionAt(event) ?? -1];
    if (option) this.choose(option);
  }

  protected keepFocus(event: MouseEvent): void {
    if (optionAt(event) !== undefined) event.preventDefault();
  }

  protected moveTo(event: MouseEvent): void {
    const index = optionAt(event);
    if (index !== undefined) this.active.set(index);
  }

  private choose({ text: chosen }: QueryOption): void {
    const completion = this.completion();
    if (!completion) return;
    const isValue = completion.key !== undefined;
    const isLast = this.typed().slice(completion.end) === '';
    const hasSpace = isValue && isLast;
    const text = hasSpace ? `${chosen} ` : chosen;
    this.write({ start: completion.start, end: completion.end, text });
    this.wantsOptions.set(!isValue);
    this.completed = hasSpace ? this.typed() : undefined;
    if (isValue) this.applied.emit();
  }

  /** After the key `b`, the focus stays with the list: it moves to the results of the corrected query. */
  protected correct(correction: QueryCorrection, { detail }: MouseEvent): void {
    const isFromList = detail === 0 && !this.element.contains(document.activeElement);
    if (!isFromList) this.field().nativeElement.focus();
    this.write(correction);
    this.wantsOptions.set(false);
    this.applied.emit();
    if (isFromList && this.parsed().errors.length === 0) this.entered.emit();
  }

  private write(change: QueryCorrection): void {
    const { nativeElement } = this.field();
    nativeElement.value = replaceSpan(this.typed(), change);
    const caret = change.start + change.text.length;
    nativeElement.setSelectionRange(caret, caret);
    this.caret.set(caret);
    this.change(nativeElement.value);
  }

  private change(text: string): void {
    this.typed.set(text);
    this.textChange.emit(text);
  }

  /** Whether an error may result from an incomplete value. */
  private isBeingTyped({ start, end }: QueryError): boolean {
    const completion = this.completion();
    if (this.isEntered() || !completion?.key || this.caret() < start || this.caret() > end) return false;
    const { key, typed } = completion;
    const isPartOfDays = key === 'created' && /^[<>=.\d-]*$/.test(typed);
    return isPartOfDays || NAME_KEYS.includes(key) || typed === '' || completion.options.length > 0;
  }
}
