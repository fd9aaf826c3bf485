import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { LIST_WIDTH, ListWidth } from '../tickets-page/list-width';

/** Distance of one arrow key, in rem. */
const STEP = 1;

/** Handle between the list and an open ticket. It moves by dragging, with arrow keys, Home and End; a double click resets it. */
@Component({
  selector: 'docket-list-width-handle',
  template: '',
  styleUrl: './list-width-handle.scss',
  host: {
    role: 'separator',
    tabindex: '0',
    'aria-label': 'Width of the list',
    'aria-orientation': 'vertical',
    '[attr.aria-valuemin]': 'limits.min',
    '[attr.aria-valuemax]': 'limits.max',
    '[attr.aria-valuenow]': 'width.value()',
    '(pointerdown)': 'start($event)',
    '(pointermove)': 'drag($event)',
    '(lostpointercapture)': 'end()',
    '(dblclick)': 'moveTo(limits.initial)',
    '(keydown.arrowleft)': 'moveBy(-1, $event)',
    '(keydown.arrowright)': 'moveBy(1, $event)',
    '(keydown.home)': 'moveTo(limits.min, $event)',
    '(keydown.end)': 'moveTo(limits.max, $event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListWidthHandle {
  private readonly root = inject(DOCUMENT).documentElement;
  protected readonly width = inject(ListWidth);
  protected readonly limits = LIST_WIDTH;
  /** Offset of the handle from the pointer, in rem; undefined while not dragging. */
  private offset?: number;

  protected start(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
    this.offset = this.width.value() - this.toRem(event.clientX);
  }

  protected drag(event: PointerEvent): void {
    if (this.offset !== undefined) this.width.set(this.offset + this.toRem(event.clientX));
  }

  protected end(): void {
    this.offset = undefined;
    this.width.keep();
  }

  protected moveBy(steps: number, event: Event): void {
    this.moveTo(this.width.value() + steps * STEP, event);
  }

  protected moveTo(width: number, event?: Event): void {
    event?.preventDefault();
    this.width.set(width);
    this.width.keep();
  }

  private toRem(pixels: number): number {
    return pixels / parseFloat(getComputedStyle(this.root).fontSize);
  }
}
