import { Location } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  untracked,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session, forgetTexts } from '@docket/web/people/data';
import { askToSignInAgain } from '@docket/web/people/feature';
import { FOCUS_SEARCH, Icon, RELOAD_PAGE, isFocusLost, shortcutKey } from '@docket/web/ui';
import { loadAhead } from '../load-early';
import { LiveStatus } from '../live/live-status';
import { LoadFailureNotice } from '../load-failure/load-failure-notice';
import { LoadFailures } from '../load-failure/load-failures';
import { PersonButton } from '../person/person-button';
import { ThemeButton } from '../theme/theme-button';

/** Time until the pages that may be opened next are loaded, in ms. The open page and its parts come first. */
const LOAD_AHEAD_AFTER_MS = 3_000;

/** Frame around every page: navigation, theme switch, help, and global shortcuts. */
@Component({
  selector: 'docket-root',
  imports: [
    Icon,
    LiveStatus,
    LoadFailureNotice,
    MatIconButton,
    PersonButton,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ThemeButton,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: {
    '(document:keydown)': 'handleShortcut($event)',
    '[class.entry]': 'isEntry()',
    '[class.locked]': 'isLocked()',
    '[class.reading]': 'isReading()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  protected readonly reloadPage = inject(RELOAD_PAGE);
  protected readonly session = inject(Session);
  private readonly loadFailures = inject(LoadFailures);
  protected readonly loadFailure = this.loadFailures.current;
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');
  private readonly url = computed(() => this.router.lastSuccessfulNavigation()?.finalUrl?.toString());
  /** Whether the list is open, with or without a ticket. */
  protected readonly isOnTickets = computed(() => /^\/tickets(?:\/\d+)?(?:[?#]|$)/.test(this.url() ?? ''));
  /** Whether a ticket is open. On a small screen, it also covers the navigation. */
  protected readonly isReading = computed(() => /^\/tickets\/\d/.test(this.url() ?? ''));
  /** Whether the page is for people who are not signed in. Such pages have no navigation. */
  protected readonly isEntry = computed(() =>
    /^\/(?:sign-in|set-up|set-password|forgot-password|request)(?:[?#]|$)/.test(this.url() ?? this.location.path()),
  );
  /** Whether another page is on its way. */
  protected readonly isWaiting = computed(() => this.router.currentNavigation() !== null);
  /** Whether to hide the page until the sign-in page replaces it. */
  protected readonly isLocked = computed(() => this.session.mustSignIn() && !this.isEntry());
  /** The pages of the navigation and of the shortcuts that the person may open. */
  private readonly nextPaths = computed(() => {
    const { session } = this;
    if (!session.isKnown() || session.mustSignIn()) return [];
    return [
      ...(session.can('tickets:write') ? ['tickets/new'] : []),
      ...(session.can('stats:read') ? ['dashboard', 'quality'] : []),
    ];
  });

  /** The last list, with its search and order. */
  private listUrl = '/tickets';

  constructor() {
    effect(() => {
      if (this.isOnTickets()) this.listUrl = this.url()?.replace(/^\/tickets\/\d+/, '/tickets') ?? this.listUrl;
    });
    effect(() => {
      if (this.router.lastSuccessfulNavigation()) this.loadFailures.forgetPage();
    });
    effect(() => {
      if (this.isLocked()) untracked(() => void this.leadToSignIn());
    });
    effect((onCleanup) => {
      const paths = this.nextPaths();
      const timer = setTimeout(() => void loadAhead(paths, this.router.config), LOAD_AHEAD_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (this.session.hasEnded()) void askToSignInAgain(this.injector);
    });
    effect(() => {
      if (!this.session.isTakenOver()) return;
      forgetTexts(untracked(this.session.user)?.id);
      this.reloadPage();
    });
    effect(() => {
      if (!this.session.isSignedOutElsewhere()) return;
      forgetTexts(); // the reload clears the memory, as in the tab of the sign-out
      this.reloadPage('/sign-in');
    });
    // The focus moves to the body if its element was removed with the last page. Tab would then start at the navigation.
    effect(() => {
      if (!this.router.lastSuccessfulNavigation()?.previousNavigation) return;
      afterNextRender({ read: () => isFocusLost() && this.page().nativeElement.focus() }, { injector: this.injector });
    });
  }

  /** Focuses the page. Replaces the default action of the link, which would navigate to `/#page` because of `<base>`. */
  protected skipToPage(event: Event): void {
    event.preventDefault();
    this.page().nativeElement.focus();
  }

  private async leadToSignIn(): Promise<void> {
    const path = this.location.path();
    const queryParams = /^\/?(?:tickets)?$/.test(path) ? {} : { return_to: path }; // the list is the default target
    await this.router.navigate(['/sign-in'], { queryParams, replaceUrl: true });
    if (!document.querySelector('mat-dialog-container')) return;
    const { closeDialogs } = await import('../help/close-dialogs');
    closeDialogs(this.injector);
  }

  protected handleShortcut(event: KeyboardEvent): void {
    if (this.isEntry()) return;
    const key = shortcutKey(event);
    if (key === '?') void this.showHelp();
    else if (key === 'N' && this.session.can('tickets:write')) void this.router.navigate(['/tickets/new']);
    else if (key === '/' && !this.isOnTickets()) this.search();
    else return; // left to the page
    event.preventDefault();
  }

  private search(): void {
    const opened = this.router.navigateByUrl(this.listUrl, { info: FOCUS_SEARCH });
    void import('./type-search-ahead').then(
      ({ typeSearchAhead }) => typeSearchAhead(opened, this.injector),
      () => undefined,
    );
  }

  /** Opens the help dialog, which loads when first opened. */
  protected async showHelp(): Promise<void> {
    const { openHelp } = await import('../help/open-help');
    openHelp(this.injector);
  }
}
