import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@docket/web/ui';

/** Page for unknown URLs. */
@Component({
  selector: 'docket-not-found-page',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <docket-empty-state icon="search_off">
      <h1>There is no page at this address</h1>
      <p>It may have been mistyped, or the link is old.</p>
      <a matButton="filled" routerLink="/tickets">All tickets</a>
    </docket-empty-state>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
