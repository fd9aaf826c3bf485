import type { Routes } from '@angular/router';
import { needs } from '@docket/web/people/data';
import { listOrTicket } from './list-or-ticket';
import { waitForSave } from './new-ticket-page/wait-for-save';

/** The route of the list has no title: the page sets one that names the open ticket. */
export const ticketRoutes: Routes = [
  {
    path: 'new',
    title: 'New ticket',
    loadComponent: () => import('./new-ticket-page/new-ticket-page').then((page) => page.NewTicketPage),
    canActivate: [needs('tickets:write')],
    canDeactivate: [waitForSave],
  },
  {
    matcher: listOrTicket,
    loadComponent: () => import('./tickets-page/tickets-page').then((page) => page.TicketsPage),
  },
];
