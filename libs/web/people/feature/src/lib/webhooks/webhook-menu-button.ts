import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { Webhook } from '@docket/web/people/data/webhooks';
import { Icon, LazyMenu } from '@docket/web/ui';
import { PEOPLE_ICONS } from '../people-icons';
import type { WebhookAction } from './webhook-actions';
import { WebhookMenu } from './webhook-menu';

/** Button of a webhook's menu, which is created when first opened. */
@Component({
  selector: 'docket-webhook-menu-button',
  imports: [Icon, MatIconButton, WebhookMenu],
  template: `
    <button
      #button
      matIconButton
      aria-haspopup="menu"
      type="button"
      [attr.aria-expanded]="menu.isOpen()"
      [attr.aria-label]="'Actions for ' + webhook().name"
      (click)="menu.open()"
    >
      <docket-icon [path]="icon" />
    </button>
    @if (menu.hasOpened()) {
      <docket-webhook-menu
        [isOpen]="menu.isOpen()"
        [webhook]="webhook()"
        (action)="action.emit($event)"
        (isOpenChange)="menu.setOpen($event, button)"
      />
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      position: relative;
    }

    button {
      color: var(--mat-sys-on-surface-variant);
    }

    @media (pointer: coarse) {
      button {
        --mat-icon-button-state-layer-size: 2.75rem;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookMenuButton {
  readonly webhook = input.required<Webhook>();
  readonly action = output<WebhookAction>();
  protected readonly menu = new LazyMenu();
  protected readonly icon = PEOPLE_ICONS.more_horiz;
}
