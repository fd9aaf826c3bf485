import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { loadEarly } from './app/load-early';
import { Shell } from './app/shell/shell';

loadEarly(location.pathname);
void bootstrapApplication(Shell, appConfig);
