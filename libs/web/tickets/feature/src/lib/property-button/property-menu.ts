import { ChangeDetectionStrategy, Component, computed, input, model, output, viewChildren } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import { PropertyBadge } from '@docket/web/tickets/ui';
import { Icon } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';

/** Menu of the values of a property. Opens over the button next to it, at the current value. */
@Component({
  selector: 'docket-property-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, PropertyBadge],
  templateUrl: './property-menu.html',
  styles: `
    .item {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyMenu<N extends PropertyName> {
  readonly property = input.required<N>();
  readonly value = input.required<PropertyValue<N>>();
  readonly isOpen = model(false);
  readonly valueChange = output<PropertyValue<N>>();
  protected readonly values = computed<readonly PropertyValue<N>[]>(() => PROPERTY_VALUES[this.property()]);
  private readonly items = viewChildren(MatMenuItem);
  protected readonly currentItem = computed(() => this.items()[this.values().indexOf(this.value())]);

  /** Focuses a value immediately. Material's menu waits for more letters, and Enter would pick another value meanwhile. */
  protected focusByLetter(event: KeyboardEvent): void {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const startsWithIt = (item: MatMenuItem) =>
      item._getHostElement().textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    this.items().find(startsWithIt)?.focus('keyboard'); // sets Material's focus, so that arrow keys continue from this item
    event.stopPropagation();
  }
}
