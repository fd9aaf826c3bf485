import { Directive, ErrorHandler, type OnInit, inject, input } from '@angular/core';
import type { LazyMenu } from './lazy-menu';

/**
 * For the `@error` block of a menu that could not be loaded: closes it. Otherwise, its button would keep all keys for the menu. Reports the
 * failure as Angular does for deferred blocks without `@error`.
 */
@Directive({ selector: '[docketLazyMenuFailure]' })
export class LazyMenuFailure implements OnInit {
  private readonly errors = inject(ErrorHandler);
  readonly menu = input.required<LazyMenu>({ alias: 'docketLazyMenuFailure' });

  ngOnInit(): void {
    this.menu().fail();
    this.errors.handleError(new Error('NG0750: A menu could not be loaded'));
  }
}
