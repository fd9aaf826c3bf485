import { MediaMatcher } from '@angular/cdk/layout';
import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { fromEvent } from 'rxjs';

const MARK = 'docketOverlay';

interface Overlay {
  readonly close: () => void;
  readonly canClose: () => boolean;
}

/**
 * On touch screens, Back closes the topmost menu, select or dialog instead of leaving the page. For that, an extra history entry with the
 * same URL is on top while one is open.
 */
@Injectable({ providedIn: 'root' })
export class BackCloses {
  private readonly media = inject(MediaMatcher);
  private readonly router = inject(Router);
  /** Open overlays, the newest last. */
  private readonly overlays: Overlay[] = [];
  /** Whether this class causes the next `popstate`. */
  private isGoingBack = false;

  constructor() {
    fromEvent<PopStateEvent>(window, 'popstate')
      .pipe(takeUntilDestroyed())
      .subscribe(({ state }) => this.handleBack(state));
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd && this.overlays.length > 0) this.addEntry(); // a filter applies while its select is open
    });
  }

  /** Whether the screen is a touch screen. */
  get isActive(): boolean {
    return this.media.matchMedia('(pointer: coarse)').matches;
  }

  /**
   * @param close closes the overlay
   * @param canClose whether Back may close it now; otherwise, Back does nothing
   * @returns a function to call after it has closed
   */
  opened(close: () => void, canClose = () => true): () => void {
    if (!this.isActive) return () => undefined;
    const overlay = { close, canClose };
    this.overlays.push(overlay);
    this.addEntry();
    return () => this.closed(overlay);
  }

  private closed(overlay: Overlay): void {
    const index = this.overlays.indexOf(overlay);
    if (index < 0) return; // Back has closed it
    this.overlays.splice(index, 1);
    // A link in a menu closes the menu. Going back would cancel its navigation, which may still be loading code.
    const isNavigating = this.router.currentNavigation() !== null;
    if (!isNavigating && this.overlays.length === 0 && isMarked(history.state)) this.goBack();
  }

  private goBack(): void {
    this.isGoingBack = true;
    history.back();
  }

  private addEntry(): void {
    if (!isMarked(history.state)) history.pushState({ ...history.state, [MARK]: true }, '');
  }

  private handleBack(state: unknown): void {
    const newest = this.isGoingBack ? undefined : this.overlays.at(-1);
    this.isGoingBack = false;
    if (newest?.canClose()) {
      this.overlays.pop();
      newest.close();
    }
    if (this.overlays.length > 0) this.addEntry();
    else if (!newest && isMarked(state)) this.goBack(); // the entry of a closed overlay
  }
}

function isMarked(state: unknown): boolean {
  return typeof state === 'object' && state !== null && MARK in state;
}
