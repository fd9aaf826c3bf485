import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { become, composerText, openConversation, textField, write } from '../testing/conversation';
import { findByText, pageText, queryField, typeQuery } from '../testing/elements';
import { TECHNICAL_CRITICAL, TEXT, openNewTicketPage, requestedFiling } from '../testing/new-ticket-page';
import { EIGHT, THREE, openList, openTicket, requested } from '../testing/tickets-page';

/** Key events that belong to an input method: during the composition or, in Safari, after its end. */
const TAKEN: readonly (readonly [string, KeyboardEventInit])[] = [
  ['inside a composition', { isComposing: true }],
  ['that ends a composition in Safari', { keyCode: 229 }],
];

const expectNoRequest = (url: string) => TestBed.inject(HttpTestingController).expectNone(url);

/** Presses a key. Returns false if the default action is prevented. */
const press = (on: Element, key: string, more: KeyboardEventInit = {}) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

function compose(input: HTMLInputElement, text: string, isComposing = true): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
  if (!isComposing) input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
}

const popupField = () =>
  eventually(() => {
    const input = document.querySelector<HTMLInputElement>('.cdk-overlay-container input');
    if (!input) throw new Error('Nothing is open');
    return input;
  });

async function openFields(): Promise<void> {
  await openTicket(EIGHT);
  await become(['tickets:read', 'tickets:write']);
  await eventually(() => findByText('docket-field-button button', 'Assignee'));
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe.each(TAKEN)('a key %s', (_name, taken) => {
  it('files no ticket', async () => {
    const { title, describe } = await openNewTicketPage();
    await title.setValue('請求書');
    await describe(TEXT, TECHNICAL_CRITICAL);
    const field = document.querySelector('#ticket-title') as HTMLInputElement;

    expect(press(field, 'Enter', { ctrlKey: true, ...taken })).toBe(true);
    expectNoRequest('/api/tickets');

    press(field, 'Enter', { ctrlKey: true });
    requestedFiling().flush({ id: 123 });
  });

  it('sends no reply, and leaves the composer open', async () => {
    await openConversation();
    await write('お世話に');
    const field = await textField();

    press(field, 'Enter', { ctrlKey: true, ...taken });
    press(field, 'Escape', taken);

    expect(document.activeElement).toBe(field);
    expect(composerText()).not.toContain('Sending…');
    expectNoRequest('/api/tickets/8/messages');
  });

  it('leaves the query box open', async () => {
    await openList('/tickets', THREE);
    await eventually(queryField);
    typeQuery('sta');
    await eventually(() => expect(queryField().getAttribute('aria-expanded')).toBe('true'));

    expect(press(queryField(), 'ArrowDown', taken)).toBe(true);
    expect(press(queryField(), 'Escape', taken)).toBe(true);

    expect(queryField().value).toBe('sta');
    expect(queryField().getAttribute('aria-expanded')).toBe('true');
    (await requested('/api/tickets?q=sta')).flush(THREE);
  });

  it('picks nobody, adds no tag, and closes nothing', async () => {
    await openFields();
    press(document.body, 'a');
    (await requested('/api/assignees')).flush([{ id: 3, name: 'Ana Ruiz' }]);
    press(await popupField(), 'Enter', taken);
    press(await popupField(), 'Escape', taken);
    expectNoRequest('/api/tickets/8');
    press(await popupField(), 'Escape');
    await eventually(() => expect(document.querySelector('.cdk-overlay-container input')).toBeNull());

    press(document.body, 't');
    const field = await popupField();
    compose(field, 'きゅう');
    press(field, 'Enter', taken);

    expect(document.querySelectorAll('.cdk-overlay-container li')).toHaveLength(0);
    expect(field.value).toBe('きゅう');
  });
});

it('adds tags from a composed text only once it is complete: pinyin has spaces', async () => {
  await openFields();
  press(document.body, 't');
  const field = await popupField();

  compose(field, 'tui huo');
  expect(document.querySelectorAll('.cdk-overlay-container li')).toHaveLength(0);
  expect(field.value).toBe('tui huo');

  compose(field, '退货 换货', false);
  await eventually(() => expect(document.querySelectorAll('.cdk-overlay-container li')).toHaveLength(2));
  expect(pageText()).toContain('退货, 换货 added');
});
