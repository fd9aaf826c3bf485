import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Webhook } from '@docket/web/people/data/webhooks';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import type { WebhookAction } from './webhook-actions';

/** Menu of a webhook. Disabled items state the reason. */
@Component({
  selector: 'docket-webhook-menu',
  imports: [MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor],
  template: `
    <span #trigger="matMenuTrigger" [docketMenuAnchor]="trigger" [matMenuTriggerFor]="menu" [(isOpen)]="isOpen"></span>
    <mat-menu #menu="matMenu" xPosition="before">
      @let isOff = webhook().state === 'off';
      <button mat-menu-item type="button" (click)="action.emit('edit')">Edit…</button>
      <button mat-menu-item type="button" (click)="action.emit('renew-secret')">New secret…</button>
      <button
        mat-menu-item
        type="button"
        disabledInteractive
        [disabled]="isOff"
        (click)="isOff || action.emit('replay')"
      >
        Deliver again since…
        @if (isOff) {
          <span class="reason">Turn the webhook on first.</span>
        }
      </button>
      @if (isOff) {
        <button mat-menu-item type="button" (click)="action.emit('turn-on')">Turn on</button>
      } @else {
        <button mat-menu-item type="button" (click)="action.emit('turn-off')">Turn off</button>
      }
      <button mat-menu-item type="button" (click)="action.emit('delete')">Delete…</button>
    </mat-menu>
  `,
  styles: `
    .reason {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font-size: var(--docket-text-small);
      line-height: 1.125rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookMenu {
  readonly isOpen = model(false);
  readonly webhook = input.required<Webhook>();
  readonly action = output<WebhookAction>();
}
