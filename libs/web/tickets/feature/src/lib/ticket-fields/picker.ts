import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  afterRenderEffect,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AssigneeBadge } from '@docket/web/tickets/ui';
import { Icon, isComposing } from '@docket/web/ui';
import { matching } from '@docket/web/ui/matching';
import { HeldKeys } from '../held-keys';
import { optionAt } from '../option-at';

export interface PickerOption {
  /** Undefined for no person or no team. */
  readonly id: number | undefined;
  readonly name: string;
  /** Displayed instead of the name. */
  readonly text?: string;
}

/** Maximum number of options in the list. Typing narrows it. */
const SHOWN_MAX = 50;

let pickers = 0;

/**
 * A list with a field that filters it. Arrow keys move; only Enter or a click picks. The field has the focus, except on touch
 * screens, where it would open the keyboard.
 */
@Component({
  selector: 'docket-picker',
  imports: [AssigneeBadge, Icon, MatButton],
  templateUrl: './picker.html',
  styleUrl: './picker.scss',
  host: {
    '(click)': 'pick(optionAt($event))',
    '(keydown)': 'handleKey($event)',
    '(mousedown)': 'keepFocus($event)',
    '(mousemove)': 'moveTo(optionAt($event))',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Picker {
  private readonly heldKeys = inject(HeldKeys);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  readonly label = input.required<string>();
  readonly options = input.required<readonly PickerOption[]>();
  /** Id of the current option of the ticket. */
  readonly currentId = input<number>();
  /** Id of the option that is active when the picker opens. */
  readonly firstId = input<number>();
  /** Whether the options are people, with initials. */
  readonly hasPeople = input(false, { transform: booleanAttribute });
  readonly state = input<'loading' | 'failed' | 'loaded'>('loaded');
  readonly picked = output<PickerOption>();
  readonly retry = output();

  protected readonly id = `docket-picker-${pickers++}`;
  protected readonly optionAt = optionAt;
  protected readonly text = signal('');
  private readonly matches = computed(() => matching(this.text() ? this.noneLast() : this.options(), this.text()));
  /** Typing `n` means the team Network, or Nora, before None or Nobody. */
  private readonly noneLast = computed(() => this.options().toSorted((a, b) => Number(!a.id) - Number(!b.id)));
  protected readonly shown = computed(() => {
    const [matches, first] = [this.matches(), this.first()];
    const shown = matches.slice(0, SHOWN_MAX);
    return !first || shown.includes(first) || this.text() ? shown : [...shown.slice(0, -1), first];
  });
  protected readonly hiddenCount = computed(() => this.matches().length - this.shown().length);
  private readonly first = computed(() => this.options().find(({ id }) => id === this.firstId()));
  /** The option that the person moved to. Typing resets it. */
  private readonly marked = linkedSignal<string, PickerOption | undefined>({
    source: this.text,
    computation: () => undefined,
  });
  /** Index of the option that Enter picks. The same option stays active when others load. */
  protected readonly active = computed(() => {
    const target = this.marked() ?? (this.text() ? undefined : this.first());
    return Math.max(0, target ? this.shown().findIndex(({ id }) => id === target.id) : 0);
  });

  /** Ends the hold of the keys after an Enter that waits for the options. */
  private endHold?: (isWanted: boolean) => void;

  constructor() {
    effect(() => {
      if (this.state() !== 'loading') untracked(() => this.pickWaiting());
    });
    inject(DestroyRef).onDestroy(() => this.endHold?.(false));
    afterNextRender(() => {
      const isTouch = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false;
      (isTouch ? this.list() : this.field()).nativeElement.focus({ preventScroll: true });
    });
    afterRenderEffect(() => {
      const option = this.list().nativeElement.children.item(this.active());
      option?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected pick(index: number | undefined): void {
    const option = index === undefined ? undefined : this.shown()[index];
    if (option) this.picked.emit(option);
  }

  protected moveTo(index: number | undefined): void {
    if (index !== undefined) this.marked.set(this.shown()[index]);
  }

  protected keepFocus(event: MouseEvent): void {
    if (optionAt(event) !== undefined) event.preventDefault();
  }

  protected handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || (event.target as Element).closest('a, button')) return;
    const last = this.shown().length - 1;
    const active = this.active();
    if (event.key === 'ArrowDown') this.moveTo(active < last ? active + 1 : 0);
    else if (event.key === 'ArrowUp') this.moveTo(active > 0 ? active - 1 : last);
    else if (event.key === 'Enter' && last < 0 && this.state() === 'loading') this.holdKeys();
    else if (event.key === 'Enter') this.pick(active);
    else return;
    event.preventDefault();
  }

  private holdKeys(): void {
    this.endHold ??= this.heldKeys.hold(this.element, { leaving: ['Escape'] });
  }

  /** Picks the option that Enter was pressed for before the options had loaded. */
  private pickWaiting(): void {
    const { endHold } = this;
    if (!endHold) return;
    this.endHold = undefined;
    const hasMatch = this.shown().length > 0;
    this.pick(this.active());
    setTimeout(() => endHold(hasMatch)); // the next key is for the ticket: the menu closes first
  }
}
