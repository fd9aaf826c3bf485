import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import type { PropertyName, PropertyValue } from '@docket/domain';
import { Session } from '@docket/web/people/data';
import { PropertyBadge, PropertyNamePipe, PropertyValuePipe } from '@docket/web/tickets/ui';
import { Icon, LazyMenu, LazyMenuFailure } from '@docket/web/ui';
import { PropertyMenu } from './property-menu';

/**
 * A property of a ticket in a row, as a button with a menu of all values. Arrow keys and letters move in the menu; only Enter, Space or a
 * click picks a value. The menu loads when first opened. People who may not change tickets see only the value.
 */
@Component({
  selector: 'docket-property-button',
  imports: [Icon, LazyMenuFailure, PropertyBadge, PropertyMenu, PropertyNamePipe, PropertyValuePipe],
  templateUrl: './property-button.html',
  styleUrl: './property-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyButton<N extends PropertyName> {
  protected readonly session = inject(Session);
  readonly property = input.required<N>();
  readonly value = input.required<PropertyValue<N>>();
  /** Part of the button's name for screen readers. */
  readonly ticketId = input.required<number>();
  /** -1 in all rows except the active one, so that only that row is in the tab order. */
  readonly tabIndex = input(0);
  /** Emits the picked value, unless it is the current one, and the value at the time when the menu opened. */
  readonly valueChange = output<{ readonly from: PropertyValue<N>; readonly to: PropertyValue<N> }>();
  /** Closes when the button is bound to another ticket. */
  protected readonly menu = new LazyMenu(linkedSignal({ source: this.ticketId, computation: () => false }));

  private seen?: PropertyValue<N>;
  /** Element that takes the focus back from the menu. */
  protected origin?: HTMLElement;

  /** Opens the menu for a row's shortcut. The row's link takes the focus back, so that Enter opens the ticket rather than the menu. */
  openFrom(origin: HTMLElement): void {
    this.openMenu();
    this.origin = origin;
  }

  protected openMenu(): void {
    this.origin = undefined;
    this.seen = this.value();
    this.menu.open();
  }

  protected emitChange(to: PropertyValue<N>): void {
    if (to !== this.value()) this.valueChange.emit({ from: this.seen ?? this.value(), to });
  }
}
