import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '../../testing/eventually';
import { openNewTicketPage, verifyRequests } from '../../testing/new-ticket-page';

afterEach(verifyRequests);

/** A button of the dialog, once Angular has set its type. */
function boundButton(name: string): HTMLElement {
  const buttons = [...document.querySelectorAll<HTMLElement>('button[type=button]')];
  const button = buttons.findLast(({ textContent }) => textContent.trim() === name);
  if (!button) throw new Error(`There is no button "${name}"`);
  return button;
}

it('does not ask if there is no text', async () => {
  await openNewTicketPage();

  expect(await TestBed.inject(Router).navigateByUrl('/tickets')).toBe(true);
});

it.each([
  ['Keep writing', false, '/tickets/new'],
  ['Discard and leave', true, '/tickets'],
])('asks if there is text: %s', async (choice, leaves, url) => {
  const { title } = await openNewTicketPage();
  await title.setValue('Checkout');

  const left = TestBed.inject(Router).navigateByUrl('/tickets');
  (await eventually(() => boundButton(choice))).click(); // a harness would wait for the end of the navigation

  expect(await left).toBe(leaves);
  expect(TestBed.inject(Router).url).toBe(url);
});

it('asks before the tab closes if there is text', async () => {
  const { title } = await openNewTicketPage();
  const isHeld = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(isHeld()).toBe(false);

  await title.setValue('Checkout');

  expect(isHeld()).toBe(true);
});
