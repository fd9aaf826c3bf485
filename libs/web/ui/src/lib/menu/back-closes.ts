import { MediaMatcher } from '@angular/cdk/layout';
import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { fromEvent } from 'rxjs';

const MARK = 'docketOverlay';

/**
 * On touch screens, Back closes an open menu, select or dialog instead of leaving the page. An extra history entry, with the same
 * URL, is on top while one is open.
 */
@Injectable({ providedIn: 'root' })
export class BackCloses {
  private readonly media = inject(MediaMatcher);
  private close?: () => void;

  constructor() {
    fromEvent<PopStateEvent>(window, 'popstate')
      .pipe(takeUntilDestroyed())
      .subscribe(({ state }) => this.handleBack(state));
    inject(Router)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (event instanceof NavigationEnd && this.close) this.addEntry(); // a filter applies while its select is open
      });
  }

  /** @param close closes what has opened */
  opened(close: () => void): void {
    if (!this.media.matchMedia('(pointer: coarse)').matches) return;
    this.close = close;
    this.addEntry();
  }

  closed(): void {
    if (!this.close) return;
    this.close = undefined;
    if (isMarked(history.state)) history.back();
  }

  private addEntry(): void {
    if (!isMarked(history.state)) history.pushState({ ...history.state, [MARK]: true }, '');
  }

  private handleBack(state: unknown): void {
    const { close } = this;
    this.close = undefined;
    if (close) close();
    else if (isMarked(state)) history.back(); // the entry of something that has closed
  }
}

function isMarked(state: unknown): boolean {
  return typeof state === 'object' && state !== null && MARK in state;
}
