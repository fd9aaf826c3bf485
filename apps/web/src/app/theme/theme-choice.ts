import { ChangeDetectionStrategy, Component, inject, model } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon, MenuAnchor, type OpenedBy } from '@docket/web/ui';
import { THEMES, Theme } from './theme';
import { THEME_ICONS } from './theme-icons';

/** The themes, as a menu over the button that it stands beside. */
@Component({
  selector: 'docket-theme-choice',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor],
  templateUrl: './theme-choice.html',
  styleUrl: './theme-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeChoice {
  readonly openedBy = model<OpenedBy>();
  protected readonly theme = inject(Theme);
  protected readonly themes = THEMES;
  protected readonly icons = THEME_ICONS;
}
