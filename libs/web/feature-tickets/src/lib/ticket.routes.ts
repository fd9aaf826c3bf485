import type { Routes } from '@angular/router';
import { TicketsPage } from './tickets-page/tickets-page';

export const ticketRoutes: Routes = [{ path: '', title: 'Tickets', component: TicketsPage }];
