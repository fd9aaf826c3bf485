import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@docket/web/ui';

/** Shown instead of a page that the person may not use. */
@Component({
  selector: 'docket-not-allowed-page',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <docket-empty-state icon="error">
      <h1>You cannot use this page</h1>
      <p>Your role does not allow it. Ask an administrator for another role.</p>
      <a matButton="filled" routerLink="/tickets">All tickets</a>
    </docket-empty-state>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotAllowedPage {}
