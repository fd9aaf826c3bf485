import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon, type IconName } from '@docket/web/ui';
import { THEMES, Theme, type ThemeName } from './theme';

const ICONS: Record<ThemeName, IconName> = { system: 'contrast', light: 'light_mode', dark: 'dark_mode' };

/** The button that chooses between light, dark and the system's theme. */
@Component({
  selector: 'docket-theme-switch',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  templateUrl: './theme-switch.html',
  styleUrl: './theme-switch.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES;
  protected readonly icons = ICONS;
  protected readonly icon = computed(() => ICONS[this.theme.name()]);
}
