import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon, LazyMenu, LazyMenuFailure } from '@docket/web/ui';
import { Theme } from './theme';
import { ThemeMenu } from './theme-menu';
import { THEME_ICONS } from './theme-icons';

/** Button of the theme menu, which loads when first opened. */
@Component({
  selector: 'docket-theme-button',
  imports: [Icon, LazyMenuFailure, MatIconButton, ThemeMenu],
  templateUrl: './theme-button.html',
  styles: `
    :host {
      display: inline-flex;
      position: relative;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeButton {
  private readonly theme = inject(Theme);
  protected readonly icon = computed(() => THEME_ICONS[this.theme.name()]);
  protected readonly menu = new LazyMenu();
}
