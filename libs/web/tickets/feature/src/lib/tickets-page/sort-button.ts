import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TicketSort } from '@docket/domain';
import { Icon, LazyMenu, LazyMenuFailure } from '@docket/web/ui';
import { SortMenu } from './sort-menu';
import { SORT_TEXTS } from './sort-texts';

/** Shows the order of the list, as a button that opens a menu of all orders. */
@Component({
  selector: 'docket-sort-button',
  imports: [Icon, LazyMenuFailure, MatButton, SortMenu],
  template: `
    <button
      #button="matButton"
      aria-haspopup="menu"
      matButton
      type="button"
      [attr.aria-expanded]="menu.isOpen()"
      [attr.aria-label]="'Order: ' + text()"
      [title]="'Order: ' + text() + ' (o)'"
      (click)="menu.open()"
    >
      <docket-icon matButtonIcon name="swap_vert" [size]="18" />
      <span class="text">{{ text() }}</span>
    </button>
    @if (menu.hasOpened()) {
      @defer (when menu.hasOpened()) {
        <docket-sort-menu
          [isOpen]="menu.isOpen()"
          [sort]="sort()"
          (isOpenChange)="menu.setOpen($event, button)"
          (sortChange)="sortChange.emit($event)"
        />
      } @error {
        <ng-container [docketLazyMenuFailure]="menu" />
      }
    }
  `,
  styles: `
    :host {
      --mat-button-text-label-text-color: var(--mat-sys-on-surface-variant);

      position: relative; /* the menu opens at it */
      flex: none;
    }

    @container list-header (max-width: 44em) {
      button {
        --mat-button-text-icon-offset: 0;
        --mat-button-text-icon-spacing: 0;

        min-width: 2.25rem;
      }

      .text {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortButton {
  readonly sort = input.required<TicketSort>();
  readonly sortChange = output<TicketSort>();
  protected readonly menu = new LazyMenu();
  protected readonly text = computed(() => SORT_TEXTS[this.sort()]);
}
