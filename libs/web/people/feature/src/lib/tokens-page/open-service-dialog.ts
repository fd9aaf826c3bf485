import type { Injector } from '@angular/core';
import type { Service } from '@docket/web/people/data';
import { openDialog } from '@docket/web/ui/open-dialog';
import { ServiceDialog } from './service-dialog';

/** Opens the dialog that creates a service. Undefined if the person cancels. */
export function openServiceDialog(injector: Injector): Promise<Service | undefined> {
  return openDialog<Service>(injector, ServiceDialog, { width: '30rem' });
}
