import { ChangeDetectionStrategy, Component, ElementRef, inject, input } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { Icon } from '@docket/web/ui';
import { rememberProvider, wasProviderUsed } from './last-used';
import { SHIELD_ICON } from './shield-icon';

/** Opens the sign-in page of the identity provider. A plain link, because that page belongs to another site. */
@Component({
  selector: 'docket-provider-button',
  imports: [Icon, MatAnchor],
  template: `
    <a matButton="outlined" [attr.target]="opensTab() ? '_blank' : null" [href]="href()" (click)="rememberProvider()">
      <docket-icon [path]="icon" [size]="18" />
      @if (isAway()) {
        {{ provider() }} does not respond. Try again
      } @else {
        Continue with {{ provider() }}
        @if (opensTab()) {
          in a new tab
        }
        @if (wasUsed) {
          <span class="chip">last used</span>
        }
      }
    </a>
  `,
  styleUrl: './provider-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProviderButton {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Display name of the provider. */
  readonly provider = input.required<string>();
  /** URL that redirects to the provider's page. */
  readonly href = input.required<string>();
  /** Whether to open a new tab, so that this page keeps typed text. */
  readonly opensTab = input(false);
  /** Whether the provider did not respond at the last attempt. */
  readonly isAway = input(false);
  protected readonly icon = SHIELD_ICON;
  protected readonly wasUsed = wasProviderUsed();
  protected readonly rememberProvider = rememberProvider;

  focus(): void {
    this.element.querySelector('a')?.focus();
  }
}
