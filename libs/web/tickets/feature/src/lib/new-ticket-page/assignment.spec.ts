import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { shortcutKey } from '@docket/web/ui';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { findByText, press } from '../../testing/elements';
import {
  TECHNICAL_CRITICAL,
  TEXT,
  openNewTicketPage,
  reopenNewTicketPage,
  requestedFiling,
  verifyRequests,
} from '../../testing/new-ticket-page';

const requested = (url: string) => eventually(() => TestBed.inject(HttpTestingController).expectOne(url));
const field = (name: string) => findByText('docket-assignment-fields button', name);

afterEach(verifyRequests);

/** Opens the fields, as Ana, and chooses a team and a tag. */
async function openAndChoose() {
  const page = await openNewTicketPage();
  await become(['tickets:read', 'tickets:write']);
  findByText('button', 'Team, assignee, tags').click();
  (await eventually(() => field('Team'))).click();
  (await requested('/api/teams')).flush([{ id: 2, name: 'Identity', member_ids: [], version: 1 }]);
  (await eventually(() => findByText('[role=option]', 'Identity'))).click();
  (await eventually(() => field('Tags'))).click();
  const input = await eventually(() => {
    const found = document.querySelector<HTMLInputElement>('.cdk-overlay-container input');
    if (!found) throw new Error('Nothing is open');
    return found;
  });
  input.value = 'mfa,';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  press('Enter', input);
  await eventually(() => expect(field('Tags').textContent).toContain('mfa'));
  return page;
}

it('files a ticket with a team and tags', async () => {
  const { title, describe, file } = await openAndChoose();
  await title.setValue('Checkout is down');
  await describe(TEXT, TECHNICAL_CRITICAL);

  await file();

  const filing = requestedFiling();
  expect(filing.request.body).toMatchObject({ team_id: 2, tags: ['mfa'] });
  expect(filing.request.body).not.toHaveProperty('assignee_id');
  filing.flush({ id: 123 });
});

it('keeps them in the draft, and discards them with it', async () => {
  await openAndChoose();
  await TestBed.inject(Router).navigateByUrl('/tickets');

  await reopenNewTicketPage();
  await eventually(() => expect(field('Team').textContent).toContain('Identity'));
  findByText('button', 'Discard it').click();

  await eventually(() => findByText('button', 'Team, assignee, tags'));
  findByText('button', 'Team, assignee, tags').click();
  await eventually(() => expect(field('Team').textContent).toContain('No team'));
});

it('moves the focus to the first field, and has no assignee in the open mode', async () => {
  await openNewTicketPage();
  const permissions = ['tickets:read', 'tickets:write'];
  await become(permissions, { mode: 'open', permissions, methods: [], needs_set_up: false });
  await eventually(() => findByText('button', 'Team, tags'));

  findByText('button', 'Team, tags').click();

  await eventually(() => expect(document.activeElement).toBe(field('Team')));
  expect(document.querySelectorAll('docket-assignment-fields docket-field-button')).toHaveLength(2);
});

it('opens a field by a letter, which is typed there with those after it', async () => {
  await openNewTicketPage();
  await become(['tickets:read', 'tickets:write']);
  findByText('button', 'Team, assignee, tags').click();
  await eventually(() => expect(document.activeElement).toBe(field('Team')));
  const shortcuts: string[] = [];
  const listen = (event: KeyboardEvent) => shortcuts.push(shortcutKey(event) ?? '');
  document.addEventListener('keydown', listen);

  for (const key of ['n', 'e']) press(key);
  document.removeEventListener('keydown', listen);
  const named = (id: number, name: string) => ({ id, name, member_ids: [], version: 1 });
  (await requested('/api/teams')).flush([named(1, 'Identity'), named(2, 'Network')]);

  const input = await eventually(() => {
    const found = document.querySelector<HTMLInputElement>('.cdk-overlay-container input');
    expect(found?.value).toBe('ne');
    return found;
  });
  expect(shortcuts.filter(Boolean)).toEqual([]);
  await eventually(() => findByText('[role=option]', 'Network'));
  press('Enter', input ?? undefined);
  await eventually(() => expect(field('Team').textContent).toContain('Network'));
});
