import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  inject,
  Injector,
  computed,
  effect,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { toTag } from '@docket/domain';
import { TagsApi } from '@docket/web/tickets/data';
import { Icon, isComposing } from '@docket/web/ui';
import { Popup } from '@docket/web/ui/popup';
import { isSameValue, mergedTags } from '../ticket-editor/field-change';
import { type TagDraft, addTags } from './tag-draft';
import { TagOptions } from './tag-options';

/** Maximum number of completions of the typed word. */
const OPTIONS_MAX = 6;

/**
 * Adds and removes tags. Enter, a comma or a space adds the typed word. Arrow keys move among tags with the same start, which Enter adds.
 * Backspace removes the last tag. Ctrl+Enter adds and finishes. The result is emitted as one change when the person finishes or clicks outside. Escape discards it.
 */
@Component({
  selector: 'docket-tag-editor',
  imports: [Icon, MatButton, Popup, TagOptions],
  templateUrl: './tag-editor.html',
  styleUrl: './tag-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagEditor {
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  readonly isOpen = model(false);
  readonly value = input.required<readonly string[]>();
  readonly valueChange = output<readonly string[]>();
  protected readonly draft = signal<TagDraft>({ tags: [], text: '' });
  /** Announces the last step to screen readers. */
  protected readonly announcement = signal('');
  /** Tags at the time when the editor opened. Other people may change them meanwhile. */
  private opened: readonly string[] = [];
  private readonly text = computed(() => this.draft().text);
  private readonly known = inject(TagsApi).completions(computed(() => (this.isOpen() ? this.text() : undefined)));
  protected readonly options = computed(() => {
    const { tags, text } = this.draft();
    const isOption = (tag: string) => text !== '' && tag.startsWith(toTag(text)) && !tags.includes(tag);
    return (this.known()?.found ?? []).filter(isOption).slice(0, OPTIONS_MAX);
  });
  /** Index of the option that Enter adds; -1 for the typed word. */
  protected readonly active = linkedSignal<string, number>({ source: this.text, computation: () => -1 });

  constructor() {
    effect(() => {
      if (this.isOpen()) untracked(() => this.start());
    });
  }

  private start(): void {
    this.opened = this.value();
    this.announcement.set('');
    this.draft.set({ tags: this.opened, text: '' });
    this.focusField();
  }

  private focusField(): void {
    afterNextRender(() => this.field()?.nativeElement.focus({ preventScroll: true }), { injector: this.injector });
  }

  /** Adds completed words. An input method may separate syllables by spaces until a word is complete. */
  protected type(text: string, event: Event): void {
    if (!isComposing(event) && /[\s,;]/.test(text)) this.add(text);
    else this.draft.update(({ tags }) => ({ tags, text }));
  }

  protected handleKey(event: KeyboardEvent): void {
    const { tags, text } = this.draft();
    if (isComposing(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (text === '' || event.ctrlKey || event.metaKey) this.finish();
      else this.add(this.options()[this.active()] ?? text);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) this.remove(tags.at(-1) ?? '');
  }

  /** Moves among the options; between the last and the first, no option is active. */
  private move(by: number): void {
    const count = this.options().length + 1;
    this.active.update((active) => ((active + 1 + by + count) % count) - 1);
  }

  protected add(text: string): void {
    const before = this.draft().tags;
    const draft = addTags(before, text);
    this.draft.set(draft);
    const added = draft.tags.filter((tag) => !before.includes(tag));
    if (added.length > 0) this.announcement.set(`${added.join(', ')} added`);
    const field = this.field();
    if (field) field.nativeElement.value = draft.text; // also if the text is unchanged
  }

  protected remove(tag: string): void {
    this.draft.update(({ tags, text }) => ({ tags: tags.filter((one) => one !== tag), text }));
    this.announcement.set(`${tag} removed`);
    this.focusField(); // the button of the tag is removed
  }

  protected cancel(): void {
    const { tags, text } = this.draft();
    if (text || !isSameValue(tags, this.opened))
      void import('../text-notice/show-text').then(({ showText }) => showText(this.injector, 'Tags unchanged'));
    this.isOpen.set(false);
  }

  /** Emits the tags and closes. Stays open if the typed text is not a valid tag. */
  protected finish(): void {
    this.add(this.draft().text);
    const { tags, error } = this.draft();
    if (error) return this.focusField();
    this.isOpen.set(false);
    this.valueChange.emit(mergedTags({ from: this.opened, to: tags }, this.value()));
  }
}
