import { bootstrapApplication } from '@angular/platform-browser';
import { loadTicketsPage } from '@docket/web/feature-tickets';
import { appConfig } from './app/app.config';
import { Shell } from './app/shell/shell';

if (/^\/(tickets(\/\d+)?)?$/.test(location.pathname)) void loadTicketsPage();
void bootstrapApplication(Shell, appConfig);
