import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { Session } from '@docket/web/people/data';
import { Icon, LazyMenu, LazyMenuFailure } from '@docket/web/ui';
import { HeldKeys } from '../held-keys';
import { PropertyMenu } from '../property-button/property-menu';
import { type FieldName, type FieldValue, isProperty, isSameValue } from '../ticket-editor/field-change';
import { fieldName } from '../ticket-editor/field-texts';
import { AssigneeMenu } from './assignee-menu';
import { FieldValueView } from './field-value';
import { TagEditor } from './tag-editor';
import { TeamMenu } from './team-menu';

/**
 * A field of the open ticket: its name and value, as a button with a menu or an editor, which load when first opened. People who may not
 * change tickets see only the value.
 */
@Component({
  selector: 'docket-field-button',
  imports: [AssigneeMenu, FieldValueView, Icon, LazyMenuFailure, PropertyMenu, TagEditor, TeamMenu],
  templateUrl: './field-button.html',
  styleUrl: './field-button.scss',
  host: { '[class]': 'field()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FieldButton<N extends FieldName> {
  protected readonly session = inject(Session);
  private readonly heldKeys = inject(HeldKeys);
  private readonly button = viewChild<ElementRef<HTMLElement>>('button');
  readonly field = input.required<N>();
  readonly value = input.required<FieldValue<N>>();
  readonly ticketId = input.required<number>();
  /** Emits the new value, unless it is the current one, and the value at the time when the menu opened. */
  readonly valueChange = output<{ readonly from: FieldValue<N>; readonly to: FieldValue<N> }>();
  /** Closes when the button is bound to another ticket. */
  protected readonly menu = new LazyMenu(linkedSignal({ source: this.ticketId, computation: () => false }));
  protected readonly name = computed(() => fieldName(this.field()));
  protected readonly opensMenu = computed(() => isProperty(this.field()));
  private seen?: { readonly value: FieldValue<N> };

  /** Opens the menu on a shortcut. The keys pressed right after it are for the menu. */
  open(): void {
    this.button()?.nativeElement.focus(); // scrolls the button into view: the menu opens next to it
    if (!this.menu.isOpen()) this.heldKeys.holdUntilMenu();
    this.openMenu();
  }

  close(): void {
    this.menu.isOpen.set(false);
  }

  protected openMenu(): void {
    this.seen = { value: this.value() };
    this.menu.open();
  }

  protected emitChange(value: FieldValue): void {
    if (isSameValue(value, this.value())) return;
    // The tag editor has merged tags of others into its value.
    const from = this.field() === 'tags' || !this.seen ? this.value() : this.seen.value;
    this.valueChange.emit({ from, to: value as FieldValue<N> });
  }
}
