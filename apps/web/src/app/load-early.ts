import { loadDashboardPage } from '@docket/web/feature-dashboard';
import { loadNewTicketPage, loadTicketsPage } from '@docket/web/feature-tickets';

/** Fetches the page of an address while the frame starts. The router, which asks for it after that, has it sooner. */
export function loadEarly(path: string): void {
  if (/^\/(tickets(\/\d+)?)?$/.test(path)) void loadTicketsPage();
  else if (path === '/tickets/new') void loadNewTicketPage();
  else if (path === '/dashboard') void loadDashboardPage();
}
