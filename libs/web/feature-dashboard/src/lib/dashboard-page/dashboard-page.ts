import { ChangeDetectionStrategy, Component } from '@angular/core';

/** How many tickets there are, of what kind, and how they come in. */
@Component({
  selector: 'docket-dashboard-page',
  template: `<h1>Dashboard</h1>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DashboardPage {}
