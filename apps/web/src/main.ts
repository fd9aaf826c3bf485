import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { appRoutes } from './app/app.routes';
import { loadEarly } from './app/load-early';
import { Shell } from './app/shell/shell';

loadEarly(location.pathname, appRoutes);
void bootstrapApplication(Shell, appConfig);
