import type { Routes } from '@angular/router';
import { listOrTicket } from './list-or-ticket';
import { loadNewTicketPage, loadTicketsPage } from './load-pages';
import { confirmLeaving } from './new-ticket-page/confirm-leaving';

/** Without a title, the list's page sets it: it names the ticket that is open. */
export const ticketRoutes: Routes = [
  {
    path: 'new',
    title: 'New ticket',
    loadComponent: loadNewTicketPage,
    canDeactivate: [confirmLeaving],
  },
  {
    matcher: listOrTicket,
    loadComponent: loadTicketsPage,
  },
];
