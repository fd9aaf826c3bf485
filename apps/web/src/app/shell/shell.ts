import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { FOCUS_SEARCH, Icon, isFocusLost, shortcutKey } from '@docket/web/ui';
import { LoadFailureNotice } from '../load-failure/load-failure-notice';
import { LoadFailures } from '../load-failure/load-failures';
import { ThemeButton } from '../theme/theme-button';

/** The frame around every page: navigation, theme switch, help, and the shortcuts that work everywhere. */
@Component({
  selector: 'docket-root',
  imports: [Icon, LoadFailureNotice, MatIconButton, RouterLink, RouterLinkActive, RouterOutlet, ThemeButton],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'handleShortcut($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly loadFailures = inject(LoadFailures);
  protected readonly loadFailure = this.loadFailures.current;
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');
  /** Whether the list is open, with or without a ticket. */
  protected readonly isOnTickets = computed(() => {
    const url = this.router.lastSuccessfulNavigation()?.finalUrl?.toString() ?? '';
    return /^\/tickets(?:\/\d+)?(?:[?#]|$)/.test(url);
  });

  constructor() {
    effect(() => {
      if (this.router.lastSuccessfulNavigation()) this.loadFailures.forgetPage();
    });
    // The focus falls to the body if its element has gone with the last page: the next Tab would start at the navigation.
    effect(() => {
      if (!this.router.lastSuccessfulNavigation()?.previousNavigation) return;
      afterNextRender({ read: () => isFocusLost() && this.page().nativeElement.focus() }, { injector: this.injector });
    });
  }

  /** Replaces the default action of the link: because of `<base>`, it would navigate to `/#page`. */
  protected skipToPage(event: Event): void {
    event.preventDefault();
    this.page().nativeElement.focus();
  }

  protected handleShortcut(event: KeyboardEvent): void {
    const key = shortcutKey(event);
    if (key === '?') void this.showHelp();
    else if (key === 'n') void this.router.navigate(['/tickets/new']);
    else if (key === '/' && !this.isOnTickets()) void this.router.navigate(['/tickets'], { info: FOCUS_SEARCH });
    else return; // left to the page
    event.preventDefault();
  }

  /** The dialog loads when it is first opened. */
  protected async showHelp(): Promise<void> {
    const { openHelp } = await import('../help/open-help');
    openHelp(this.injector);
  }
}
