import { ChangeDetectionStrategy, Component, inject, model } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import { THEMES, Theme } from './theme';
import { THEME_ICONS } from './theme-icons';

/** The theme menu. Opens over the button next to it. */
@Component({
  selector: 'docket-theme-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor],
  templateUrl: './theme-menu.html',
  styleUrl: './theme-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeMenu {
  readonly isOpen = model(false);
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES;
  protected readonly icons = THEME_ICONS;
}
