import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon, type OpenedBy, openedBy } from '@docket/web/ui';
import { Theme } from './theme';
import { ThemeChoice } from './theme-choice';
import { THEME_ICONS } from './theme-icons';

/** The button that chooses between light, dark and the system's theme. Its menu is loaded when it is first opened. */
@Component({
  selector: 'docket-theme-switch',
  imports: [Icon, MatIconButton, ThemeChoice],
  templateUrl: './theme-switch.html',
  styles: `
    :host {
      display: inline-flex;
      position: relative;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeSwitch {
  private readonly theme = inject(Theme);
  protected readonly icon = computed(() => THEME_ICONS[this.theme.name()]);
  protected readonly openedBy = signal<OpenedBy>(undefined);
  protected readonly isNeeded = signal(false);

  protected open(click: MouseEvent): void {
    this.isNeeded.set(true);
    this.openedBy.set(openedBy(click));
  }

  protected follow(origin: OpenedBy, button: { focus(): void }): void {
    this.openedBy.set(origin);
    if (!origin) button.focus();
  }
}
