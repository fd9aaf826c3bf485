import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { findByText, pageText, press } from '../../testing/elements';
import { EIGHT, openTicket, requested, verifyRequests } from '../../testing/tickets-page';

/** The signed-in person. */
const ANA = { id: 3, name: 'Ana Ruiz' };
const BEN = { id: 4, name: 'Ben Okafor' };

afterEach(verifyRequests);

async function openAsAna(ticket = EIGHT) {
  const page = await openTicket(ticket);
  await become(['tickets:read', 'tickets:write']);
  await eventually(() => findByText('docket-field-button button', 'Assignee'));
  return page;
}

const options = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent.trim());
const field = () =>
  eventually(() => {
    const input = document.querySelector<HTMLInputElement>('.cdk-overlay-container input');
    if (!input) throw new Error('Nothing is open');
    return input;
  });

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function openPeople(): Promise<HTMLInputElement> {
  press('a', document.body);
  (await requested('/api/assignees')).flush([ANA, BEN, { id: 5, name: 'Zoë' }]);
  const input = await field();
  await eventually(() => expect(options()).toHaveLength(4));
  await eventually(() => expect(document.activeElement).toBe(input));
  return input;
}

describe('the assignee of the open ticket', () => {
  it('becomes the signed-in person by a and Enter', async () => {
    await openAsAna();
    const input = await openPeople();
    expect(options().map((text) => text.replace(/^\w\w? /, ''))).toEqual([
      expect.stringContaining('Assign to me'),
      'Nobody',
      expect.stringContaining('Ben Okafor'),
      expect.stringContaining('Zoë'),
    ]);

    press('Enter', input);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ assignee_id: 3 });
    expect(change.request.headers.get('If-Match')).toBe('"8-1"');
    expect(findByText('docket-field-button button', 'Assignee').textContent).toContain('Ana Ruiz');
    change.flush({ ...EIGHT, assignee: ANA }, { headers: { ETag: '"8-2"' } });
    await eventually(() => expect(pageText()).toContain('Assignee of #8 set to Ana Ruiz'));
    expect(document.activeElement?.textContent).toContain('Assignee');
  });

  it('becomes the signed-in person at once by i, and changes nothing the second time', async () => {
    await openAsAna();

    press('i', document.body);
    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ assignee_id: 3 });
    change.flush({ ...EIGHT, assignee: ANA }, { headers: { ETag: '"8-2"' } });
    await eventually(() => expect(pageText()).toContain('Assignee of #8 set to Ana Ruiz'));

    press('i', document.body);
  });

  it('is found by typing, and can be undone', async () => {
    const { root } = await openAsAna({ ...EIGHT, assignee: ANA });
    const input = await openPeople();
    type(input, 'zoe');
    await eventually(() => expect(options()).toEqual([expect.stringContaining('Zoë')]));

    press('Enter', input);
    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ assignee_id: 5 });
    change.flush({ ...EIGHT, assignee: { id: 5, name: 'Zoë' } }, { headers: { ETag: '"8-2"' } });
    await eventually(() => expect(pageText()).toContain('Assignee of #8 set to Zoë'));
    const undone = (await root.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();

    const undo = await requested('/api/tickets/8', 'PATCH');
    expect([undo.request.body, undo.request.headers.get('If-Match')]).toEqual([{ assignee_id: 3 }, '"8-2"']);
    undo.flush({ ...EIGHT, assignee: ANA }, { headers: { ETag: '"8-3"' } });
    await undone;
  });

  it('waits on Enter for people who are still loading, and so do the keys after it', async () => {
    await openAsAna();
    press('a', document.body);
    const people = await requested('/api/assignees');
    const input = await field();
    await eventually(() => expect(document.activeElement).toBe(input));
    type(input, 'zoe');
    await eventually(() => expect(options()).toEqual([]));

    press('Enter', input);
    expect(['p', 'l', 'Enter'].map((key) => press(key))).not.toContain(true);
    people.flush([ANA, BEN, { id: 5, name: 'Zoë' }]);

    const assigned = await requested('/api/tickets/8', 'PATCH');
    expect(assigned.request.body).toEqual({ assignee_id: 5 });
    assigned.flush({ ...EIGHT, assignee: { id: 5, name: 'Zoë' } }, { headers: { ETag: '"8-2"' } });
    const lowered = await requested('/api/tickets/8', 'PATCH');
    expect(lowered.request.body).toEqual({ priority: 'low' });
    lowered.flush({ ...EIGHT, priority: 'low' }, { headers: { ETag: '"8-3"' } });
  });

  it('drops the keys after Enter if the people do not match', async () => {
    await openAsAna();
    press('a', document.body);
    const people = await requested('/api/assignees');
    const input = await field();
    await eventually(() => expect(document.activeElement).toBe(input));
    type(input, 'max');
    await eventually(() => expect(options()).toEqual([]));

    press('Enter', input);
    press('p');
    people.flush([ANA, BEN]);

    await eventually(() => expect(pageText()).toContain('Nothing matches'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(press('x', input)).toBe(true); // typed again
    expect(input.value).toBe('max');
  });

  it('stays when arrows move and Escape closes', async () => {
    await openAsAna();
    const input = await openPeople();

    press('ArrowDown', input);
    press('ArrowDown', input);
    await eventually(() => expect(document.querySelector('.option.active')?.textContent).toContain('Ben Okafor'));
    press('Escape', input);

    expect(document.activeElement?.textContent).toContain('Assignee');
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false'); // the next key is not for the picker
    await eventually(() => expect(options()).toEqual([]));
  });

  it('asks when somebody else has assigned another person', async () => {
    const { root } = await openAsAna();
    const input = await openPeople();
    press('Enter', input);
    (await requested('/api/tickets/8', 'PATCH')).flush(null, { status: 412, statusText: 'Precondition Failed' });
    (await requested('/api/tickets/8')).flush({ ...EIGHT, assignee: BEN }, { headers: { ETag: '"8-2"' } });

    const dialog = await root.getHarness(MatDialogHarness);
    expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs.*Ben Okafor.*Yours.*Ana Ruiz/);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Keep theirs' }))).click();
    await eventually(() =>
      expect(findByText('docket-field-button button', 'Assignee').textContent).toContain('Ben Okafor'),
    );
  });

  it('can be tried again when the people do not load', async () => {
    await openAsAna();
    press('a', document.body);
    (await requested('/api/assignees')).error(new ProgressEvent('error'));
    (await eventually(() => findByText('.cdk-overlay-container button', 'Try again'))).click();

    (await requested('/api/assignees')).flush([BEN]);
    await eventually(() => expect(options()).toHaveLength(3));
  });
});

it('shows the first 50 people, and says that typing finds the others', async () => {
  await openAsAna();
  press('a', document.body);
  const people = Array.from({ length: 60 }, (_, index) => ({ id: 100 + index, name: `Person ${index}` }));
  (await requested('/api/assignees')).flush(people);

  await eventually(() => expect(pageText()).toContain('12 more. Type to find them.'));
  expect(options()).toHaveLength(50);
});

describe('the team of the open ticket', () => {
  const TEAMS = Array.from({ length: 60 }, (_, index) => ({
    id: 1 + index,
    name: `Team ${index}`,
    member_ids: [],
    version: 1,
  }));
  const active = () => document.querySelector('.option.active')?.textContent.trim();

  it.each([TEAMS[3], TEAMS[55]])('stays when Enter is pressed at once: %j', async (team) => {
    await openAsAna({ ...EIGHT, team: { id: team!.id, name: team!.name } });
    press('T', document.body);
    const input = await field();
    await eventually(() => expect(active()).toBe(team!.name));

    (await requested('/api/teams')).flush(TEAMS);
    await eventually(() => expect(options()).toHaveLength(50));
    expect(active()).toBe(team!.name);
    expect(options()[0]).toBe('None');
    press('Enter', input);

    await eventually(() => expect(options()).toHaveLength(0));
  });

  it('comes before none when typed, unless only none begins with the letters', async () => {
    await openAsAna();
    press('T', document.body);
    const input = await field();
    const named = (id: number, name: string) => ({ id, name, member_ids: [], version: 1 });
    (await requested('/api/teams')).flush([named(1, 'Identity'), named(2, 'Network')]);
    await eventually(() => expect(options()).toEqual(['None', 'Identity', 'Network']));

    type(input, 'no');
    await eventually(() => expect(options()).toEqual(['None']));
    type(input, 'n');
    await eventually(() => expect(options()).toEqual(['Network', 'None', 'Identity']));
    press('Enter', input);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ team_id: 2 });
    change.flush({ ...EIGHT, team: { id: 2, name: 'Network' } }, { headers: { ETag: '"8-2"' } });
  });

  it('is picked by a click, and none is picked like a team', async () => {
    await openAsAna({ ...EIGHT, team: { id: 1, name: 'Team 0' } });
    findByText('docket-field-button button', 'Team').click();
    (await requested('/api/teams')).flush(TEAMS);
    (await eventually(() => findByText('[role=option]', 'None'))).click();

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ team_id: null });
    change.flush(EIGHT, { headers: { ETag: '"8-2"' } });
    await eventually(() => expect(pageText()).toContain('Team of #8 set to none'));
  });
});

it('says that there are no teams yet', async () => {
  await openAsAna();
  (await eventually(() => findByText('docket-field-button button', 'Team'))).click();
  (await requested('/api/teams')).flush([]);

  await eventually(() => expect(pageText()).toContain('There are no teams yet.'));
});

it('asks when somebody else has set the priority while its menu was open', async () => {
  const { root } = await openAsAna();
  press('p', document.body);
  await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
  const theirs = { ...EIGHT, priority: 'critical', updated_at: '2026-03-12T16:00:00.000Z' } as const;
  TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: theirs, etag: '"8-2"' });
  await eventually(() =>
    expect(findByText('docket-field-button button', 'Priority').textContent).toContain('Critical'),
  );

  findByText('[role=menuitemradio]', 'Low').click();
  (await requested('/api/tickets/8')).flush(theirs, { headers: { ETag: '"8-2"' } });

  const dialog = await root.getHarness(MatDialogHarness);
  expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs.*Critical.*Yours.*Low/);
  await (await dialog.getHarness(MatButtonHarness.with({ text: 'Keep theirs' }))).click();
});

describe('the tags of the open ticket', () => {
  it('are added and removed in one change', async () => {
    await openAsAna({ ...EIGHT, tags: ['mfa', 'old'] });
    press('t', document.body);
    const input = await field();

    press('Backspace', input);
    type(input, 'Payroll,');
    await eventually(() =>
      expect(document.querySelectorAll('docket-popup li, .cdk-overlay-container li')).toHaveLength(2),
    );
    expect(input.value).toBe('');
    type(input, 'cards');
    press('Enter', input);
    press('Enter', input);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['mfa', 'payroll', 'cards'] });
    change.flush({ ...EIGHT, tags: ['cards', 'mfa', 'payroll'] }, { headers: { ETag: '"8-2"' } });
    await eventually(() => expect(pageText()).toContain('Tags of #8 set to mfa, payroll, cards'));
  });

  it('are finished by Ctrl+Enter, with the typed word', async () => {
    await openAsAna();
    press('t', document.body);
    const input = await field();
    type(input, 'cards');

    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['cards'] });
    change.flush({ ...EIGHT, tags: ['cards'] }, { headers: { ETag: '"8-2"' } });
  });

  it('show what is no tag, and wait', async () => {
    await openAsAna();
    press('t', document.body);
    const input = await field();
    type(input, 'not!');
    findByText('.cdk-overlay-container button', 'Done').click();

    await eventually(() => expect(pageText()).toContain('A tag has letters, digits, - and _ only.'));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    press('Escape', input);
    await eventually(() => expect(document.querySelector('.cdk-overlay-container input')).toBeNull());
  });

  it('say that they are unchanged after Escape, if there was a change', async () => {
    await openAsAna();
    press('t', document.body);
    press('Escape', await field());
    await eventually(() => expect(document.querySelector('.cdk-overlay-container input')).toBeNull());
    press('t', document.body);
    const input = await field();
    expect(pageText()).not.toContain('Tags unchanged');
    type(input, 'cards,');

    press('Escape', input);

    await eventually(() => expect(pageText()).toContain('Tags unchanged'));
  });

  it('keep those that somebody else adds at the same time, without a question', async () => {
    const { root } = await openAsAna();
    press('t', document.body);
    const input = await field();
    type(input, 'mine');
    findByText('.cdk-overlay-container button', 'Done').click();

    (await requested('/api/tickets/8', 'PATCH')).flush(null, { status: 412, statusText: 'Precondition Failed' });
    (await requested('/api/tickets/8')).flush({ ...EIGHT, tags: ['theirs'] }, { headers: { ETag: '"8-2"' } });
    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['theirs', 'mine'] });
    change.flush({ ...EIGHT, tags: ['mine', 'theirs'] }, { headers: { ETag: '"8-3"' } });
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });
});

describe('the completion of a tag', () => {
  const TAGS = ['refund', 'return', 'retry'].map((name, index) => ({ name, count: 9 - index }));

  /** Types the start of a tag and waits for its completions. */
  async function complete(text: string, ticket = EIGHT): Promise<HTMLInputElement> {
    await openAsAna(ticket);
    press('t', document.body);
    const input = await field();
    type(input, text);
    (await requested(`/api/tags?prefix=${text.toLowerCase()}`)).flush(TAGS);
    await eventually(() => expect(options()).not.toEqual([]));
    return input;
  }

  it('offers tags of other tickets that the ticket has not, and adds one by arrows and Enter', async () => {
    const input = await complete('Re', { ...EIGHT, tags: ['refund'] });
    expect(options()).toEqual(['return', 'retry']);
    expect(input.getAttribute('aria-activedescendant')).toBeNull();

    press('ArrowDown', input);
    press('ArrowDown', input);
    await eventually(() =>
      expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
        'retry',
      ),
    );
    press('Enter', input);
    await eventually(() => expect(input.getAttribute('aria-expanded')).toBe('false'));
    expect(input.value).toBe('');
    press('Enter', input);

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['refund', 'retry'] });
    change.flush({ ...EIGHT, tags: ['refund', 'retry'] }, { headers: { ETag: '"8-2"' } });
  });

  it('says which keys add a tag, and how to take one of other tickets', async () => {
    const keys = () => document.querySelector('.cdk-overlay-container .actions')?.textContent;
    const input = await complete('re');

    await eventually(() => expect(keys()).toContain('↓ then Enter one of these'));
    type(input, 're ');

    await eventually(() => expect(keys()).toContain('A space or Enter adds a tag'));
    press('Escape', input);
  });

  it('leaves the typed word to Enter, and goes on from the last option to the word', async () => {
    const input = await complete('re');

    press('ArrowUp', input);
    press('ArrowDown', input);
    press('Enter', input);
    findByText('.cdk-overlay-container button', 'Done').click();

    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.body).toEqual({ tags: ['re'] });
    change.flush({ ...EIGHT, tags: ['re'] }, { headers: { ETag: '"8-2"' } });
  });

  it('adds one by a click, and keeps the focus in the field', async () => {
    const input = await complete('re');
    const option = findByText('[role=option]', 'return');

    expect(option.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))).toBe(false);
    option.click();

    await eventually(() =>
      expect(document.querySelector('.cdk-overlay-container li')?.textContent).toContain('return'),
    );
    press('Escape', input);
  });

  it('is no hindrance if the tags cannot be loaded', async () => {
    await openAsAna();
    press('t', document.body);
    const input = await field();
    type(input, 're');
    (await requested('/api/tags?prefix=re')).flush(null, { status: 503, statusText: 'Unavailable' });

    press('Enter', input);

    await eventually(() => expect(document.querySelector('.cdk-overlay-container li')?.textContent).toContain('re'));
    press('Escape', input);
  });
});

it.each([
  ['s', 'Status'],
  ['p', 'Priority'],
  ['c', 'Category'],
])('opens a menu by %s', async (key, name) => {
  await openAsAna();

  press(key, document.body);

  await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
  expect(findByText('docket-field-button button', name).getAttribute('aria-expanded')).toBe('true');
});

it('has no assignee in the open mode, where there is nobody', async () => {
  await openTicket();
  const session = { mode: 'open', permissions: ['tickets:read', 'tickets:write'], methods: [], needs_set_up: false };
  await become([], session);

  await eventually(() => expect(document.querySelectorAll('docket-field-button')).toHaveLength(5));
  press('i', document.body);
});
