import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { TICKET_SORTS, type TicketSort } from '@docket/domain';
import { Icon } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import { SORT_TEXTS } from './sort-texts';

/** Menu of the sort orders. Opens at the button next to it. */
@Component({
  selector: 'docket-sort-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor],
  template: `
    <span #trigger="matMenuTrigger" [docketMenuAnchor]="trigger" [matMenuTriggerFor]="menu" [(isOpen)]="isOpen"></span>
    <mat-menu #menu="matMenu">
      @for (option of sorts; track option) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="option === sort()"
          (click)="sortChange.emit(option)"
        >
          <span class="item">
            {{ texts[option] }}
            @if (option === sort()) {
              <docket-icon name="check" [size]="18" />
            }
          </span>
        </button>
      }
    </mat-menu>
  `,
  styles: `
    .item {
      display: flex;
      align-items: center;
      gap: 0.625rem;
    }

    docket-icon {
      margin-left: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortMenu {
  readonly sort = input.required<TicketSort>();
  readonly isOpen = model(false);
  readonly sortChange = output<TicketSort>();
  protected readonly sorts = TICKET_SORTS;
  protected readonly texts = SORT_TEXTS;
}
