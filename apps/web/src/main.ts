import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { appRoutes } from './app/app.routes';
import { loadEarly } from './app/load-early';
import { Shell } from './app/shell/shell';

// A percent sign typed into the address, as in "q=100%": the router would drop the whole query.
const address = location.href.replace(/%(?![\da-f]{2})/gi, '%25');
if (address !== location.href) history.replaceState(null, '', address);
loadEarly(location.pathname, appRoutes);
void bootstrapApplication(Shell, appConfig);
