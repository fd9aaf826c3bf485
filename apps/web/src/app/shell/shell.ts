import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { FOCUS_SEARCH, Icon, shortcutKey } from '@docket/web/ui';
import { ThemeSwitch } from '../theme/theme-switch';

/** The frame around every page: navigation, theme switch, help, and the shortcuts that work everywhere. */
@Component({
  selector: 'docket-root',
  imports: [Icon, MatIconButton, RouterLink, RouterLinkActive, RouterOutlet, ThemeSwitch],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'followShortcut($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');
  /** The list, or a ticket in it. */
  protected readonly isOnTickets = computed(() => {
    const address = this.router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? '';
    return /^\/tickets(\/\d+)?([?#]|$)/.test(address);
  });

  /** A link to `#page` would lead to another address, because of the `<base>`. */
  protected skipToPage(event: Event): void {
    event.preventDefault();
    this.page().nativeElement.focus();
  }

  protected followShortcut(event: KeyboardEvent): void {
    const key = shortcutKey(event);
    if (key === '?') void this.showHelp();
    else if (key === 'n') void this.router.navigate(['/tickets/new']);
    else if (key === '/' && !this.isOnTickets()) void this.router.navigate(['/tickets'], { info: FOCUS_SEARCH });
    else return; // the page may know it
    event.preventDefault();
  }

  /** Loaded when first asked for. */
  protected async showHelp(): Promise<void> {
    const { openHelp } = await import('../help/open-help');
    openHelp(this.injector);
  }
}
