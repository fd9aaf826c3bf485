import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import type { Ticket } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { become } from './conversation';
import { findByText } from './elements';
import { openTicket, requested } from './tickets-page';

/** Opens the page of a ticket as a person who may change it. */
export async function openAsAna(ticket: Ticket) {
  const page = await openTicket(ticket);
  await become(['tickets:read', 'tickets:write']);
  await respondToOthers(ticket);
  return page;
}

/** Responds to the request for the other tickets of the requester. */
export async function respondToOthers({ requester }: Ticket): Promise<void> {
  if (requester) (await requested(`/api/tickets?requester=${requester.email}&limit=4`)).flush([]);
}

export async function openDialog(root: Awaited<ReturnType<typeof openTicket>>['root'], button: string) {
  const opener = await eventually(() => findByText('docket-edit-requester button', button));
  opener.focus();
  opener.click();
  const dialog = await eventually(() => root.getHarness(MatDialogHarness));
  return {
    email: await dialog.getHarness(MatInputHarness.with({ selector: '#requester-email' })),
    name: await dialog.getHarness(MatInputHarness.with({ selector: '#requester-name' })),
    errors: async () => {
      const fields = await dialog.getAllHarnesses(MatFormFieldHarness);
      return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
    },
    save: async () => (await dialog.getHarness(MatButtonHarness.with({ text: 'Save' }))).click(),
    cancel: async () => (await dialog.getHarness(MatButtonHarness.with({ text: 'Cancel' }))).click(),
  };
}

/**
 * Sets the requester in the dialog without its harnesses, which wait for all pending requests.
 * @param beforeSaving runs while the dialog is open
 */
export async function setRequester(
  { email, name }: { email: string; name?: string },
  beforeSaving?: () => void,
): Promise<void> {
  (await eventually(() => findByText('docket-edit-requester button', 'Edit requester'))).click();
  await eventually(() => type('requester-email', email));
  if (name !== undefined) type('requester-name', name);
  beforeSaving?.();
  findByText('mat-dialog-container button', 'Save').click();
  await eventually(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
}

/** Types into a field without a harness. */
export function type(id: string, text: string): void {
  const field = document.getElementById(id) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The next request that changes ticket #8. */
export async function requestedChange() {
  const { request, flush } = await requested('/api/tickets/8', 'PATCH').then((change) => ({
    request: change.request,
    flush: (ticket: Ticket, version: number) => change.flush(ticket, { headers: { ETag: `"8-${version}"` } }),
  }));
  return { body: request.body as unknown, ifMatch: request.headers.get('If-Match'), flush };
}
