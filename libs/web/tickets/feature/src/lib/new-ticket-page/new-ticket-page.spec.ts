import { provideLocationMocks } from '@angular/common/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ticketRoutes } from '../ticket.routes';

const TECHNICAL_CRITICAL = { suggested_category: 'technical', suggested_priority: 'critical', used_fallback: false };
const BILLING_LOW = { suggested_category: 'billing', suggested_priority: 'low', used_fallback: false };
const FALLBACK = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'not_configured',
};
const TEXT = 'Every payment ends in 502 since 14:02.';

@Component({ template: 'the list' })
class ListStub {}

let http: HttpTestingController;

/** The page at its own route, with its guard, and a stand-in for the list. */
async function openPage() {
  const route = ticketRoutes.find(({ path }) => path === 'new')!;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLocationMocks(),
      provideRouter([
        { ...route, path: 'tickets/new' },
        { path: 'tickets', component: ListStub },
      ]),
    ],
  });
  const router = await RouterTestingHarness.create('/tickets/new');
  const { fixture } = router;
  const page = TestbedHarnessEnvironment.loader(fixture);
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const field = (selector: string) => page.getHarness(MatFormFieldHarness.with({ selector }));
  http = TestBed.inject(HttpTestingController);
  const [category, priority] = (await page.getAllHarnesses(MatSelectHarness)) as [MatSelectHarness, MatSelectHarness];
  const title = await page.getHarness(MatInputHarness.with({ selector: '#ticket-title' }));
  const description = await page.getHarness(MatInputHarness.with({ selector: '#ticket-description' }));
  return {
    root,
    title,
    description,
    category,
    priority,
    field,
    text: () => (fixture.nativeElement as HTMLElement).textContent!.replaceAll(/\s+/g, ' '),
    errors: async () => {
      const fields = await page.getAllHarnesses(MatFormFieldHarness);
      return (await Promise.all(fields.map((one) => one.getTextErrors()))).flat();
    },
    file: async () => (await page.getHarness(MatButtonHarness.with({ text: 'File ticket' }))).click(),
    /** Types the description, leaves it, and answers the question that this asks. */
    describe: async (words: string, suggestion: object) => {
      await description.setValue(words);
      await description.blur();
      http.expectOne('/api/tickets/classify').flush(suggestion);
      await description.getValue(); // by then the page shows it
    },
    choose: async (select: MatSelectHarness, text: string) => select.clickOptions({ text }),
  };
}

/** Only once it is bound, which the type tells: its text is there before. */
function buttonNamed(name: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button[type=button]')].findLast(
    ({ textContent }) => textContent.trim() === name,
  );
}

/** What `look` sees, as soon as it sees anything. */
async function eventually<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

afterEach(() => http.verify());

it('sends nothing, and says why, while the title is blank', async () => {
  const { title, file, errors } = await openPage();
  await title.setValue('   ');

  await file();

  http.expectNone('/api/tickets');
  expect(await errors()).toEqual([
    'Give the ticket a title of at most 200 characters.',
    'Describe what happened.',
    'Choose a category.',
    'Choose a priority.',
  ]);
});

it('counts the title in characters as people count them', async () => {
  const { title, text } = await openPage();

  await title.setValue('🔥 Checkout');

  expect(text()).toContain('10 / 200');
});

it('fills in what is suggested, and marks it', async () => {
  const { describe, category, priority, text } = await openPage();

  await describe(TEXT, TECHNICAL_CRITICAL);

  expect(await category.getValueText()).toBe('Technical Suggested');
  expect(await priority.getValueText()).toBe('Critical Suggested');
  expect(text()).toContain('Suggested from what you wrote. Change either one if it is wrong.');
});

it('sends the title along when there is one', async () => {
  const { title, description } = await openPage();
  await title.setValue('Checkout is down');
  await description.setValue(TEXT);
  await description.blur();

  const question = http.expectOne('/api/tickets/classify');
  question.flush(TECHNICAL_CRITICAL);

  expect(question.request.body).toEqual({ title: 'Checkout is down', description: TEXT });
});

it('fills only what the user has not chosen', async () => {
  const { describe, choose, category, priority } = await openPage();
  await choose(category, 'Account');

  await describe(TEXT, TECHNICAL_CRITICAL);

  expect(await category.getValueText()).toBe('Account');
  expect(await priority.getValueText()).toBe('Critical Suggested');
});

it('keeps a choice against later suggestions, also when it confirms the suggestion', async () => {
  const { describe, choose, category, priority } = await openPage();
  await describe(TEXT, TECHNICAL_CRITICAL);
  await choose(category, 'Technical');
  expect(await category.getValueText()).toBe('Technical');

  await describe('Please send me a copy of the invoice.', BILLING_LOW);

  expect(await category.getValueText()).toBe('Technical');
  expect(await priority.getValueText()).toBe('Low Suggested');
});

it('drops the answer to a text that has changed since', async () => {
  const { description, category } = await openPage();
  await description.setValue(TEXT);
  await description.blur();
  const stale = http.expectOne('/api/tickets/classify');

  await description.setValue('Please send me a copy of the invoice.');

  expect(stale.cancelled).toBe(true);
  expect(await category.isEmpty()).toBe(true);
});

it('says so while a suggestion is under way', async () => {
  const { description, text } = await openPage();
  await description.setValue(TEXT);
  await description.blur();

  expect(text()).toContain('Suggesting…');

  http.expectOne('/api/tickets/classify').flush(TECHNICAL_CRITICAL);
});

it('fills in nothing, and says why, when there is no suggestion', async () => {
  const { describe, choose, category, priority, text } = await openPage();
  await choose(category, 'Account');

  await describe(TEXT, FALLBACK);

  expect(text()).toContain('Suggestions are unavailable right now, please choose.');
  expect(await category.getValueText()).toBe('Account');
  expect(await priority.isEmpty()).toBe(true);
});

it('asks for no suggestion once both labels are chosen', async () => {
  const { description, choose, category, priority } = await openPage();
  await choose(category, 'Account');
  await choose(priority, 'Low');

  await description.setValue(TEXT);
  await description.blur();

  http.expectNone('/api/tickets/classify');
});

describe('filing', () => {
  /** A page whose ticket is ready to be filed. */
  async function openFilledPage() {
    const page = await openPage();
    await page.title.setValue('Checkout is down');
    await page.describe(TEXT, TECHNICAL_CRITICAL);
    return page;
  }

  it('files what is shown, goes to the list and offers to open the ticket', async () => {
    const { file, root } = await openFilledPage();

    await file();
    const request = http.expectOne('/api/tickets');
    request.flush({ id: 123 });

    expect(request.request.body).toEqual({
      title: 'Checkout is down',
      description: TEXT,
      category: 'technical',
      priority: 'critical',
    });
    const message = await root.getHarness(MatSnackBarHarness);
    expect(await message.getMessage()).toBe('Ticket #123 filed');
    expect(TestBed.inject(Router).url).toBe('/tickets');
  });

  it('does not wait for a suggestion', async () => {
    const { choose, category, description, file } = await openFilledPage();
    await choose(category, 'Account');
    await description.setValue('Nobody can sign in any more.');
    await description.blur();
    const suggestion = http.expectOne('/api/tickets/classify');

    await file();

    expect(suggestion.cancelled).toBe(true);
    http.expectOne('/api/tickets').flush({ id: 123 });
  });

  it('files one ticket, however often it is asked to', async () => {
    const { title, file } = await openFilledPage();

    await file();
    await (await title.host()).sendKeys({ control: true }, TestKey.ENTER);

    http.expectOne('/api/tickets').flush({ id: 123 });
  });

  it.each([
    ['Ctrl', { control: true }],
    ['⌘', { meta: true }],
  ])('files with %s Enter', async (_name, modifiers) => {
    const { description } = await openFilledPage();

    await (await description.host()).sendKeys(modifiers, TestKey.ENTER);

    http.expectOne('/api/tickets').flush({ id: 123 });
  });

  it.each([
    [503, 'The database cannot be reached right now'],
    [500, 'The server could not file the ticket'],
  ])('keeps what was typed when it fails with %i, and says so', async (status, words) => {
    const { title, description, category, file, text } = await openFilledPage();

    await file();
    http.expectOne('/api/tickets').flush({ request_id: 'r-7' }, { status, statusText: 'No' });

    expect(await title.getValue()).toBe('Checkout is down');
    expect(await description.getValue()).toBe(TEXT);
    expect(await category.getValueText()).toBe('Technical Suggested');
    expect(text()).toContain(words);
    expect(text()).toContain('r-7');
    await file();
    http.expectOne('/api/tickets').flush({ id: 123 });
  });

  it('keeps what was typed when the server cannot be reached', async () => {
    const { title, file, text } = await openFilledPage();

    await file();
    http.expectOne('/api/tickets').error(new ProgressEvent('error'));

    expect(await title.getValue()).toBe('Checkout is down');
    expect(text()).toContain('The server could not be reached');
  });

  it('shows what the API refuses at the field that it names', async () => {
    const { title, file, errors } = await openFilledPage();

    await file();
    http
      .expectOne('/api/tickets')
      .flush(
        { errors: [{ pointer: '/title', detail: 'must not contain a NUL character' }] },
        { status: 400, statusText: 'Bad Request' },
      );

    expect(await errors()).toEqual(['Title must not contain a NUL character.']);
    expect(await title.isFocused()).toBe(true);
    await title.setValue('Checkout is down again');
    expect(await errors()).toEqual([]);
  });

  it('sends again what the API has refused, when it is told to', async () => {
    const { file } = await openFilledPage();
    await file();
    const refusal = { errors: [{ pointer: '/title', detail: 'must be something else' }] };
    http.expectOne('/api/tickets').flush(refusal, { status: 400, statusText: 'Bad Request' });

    await file();

    http.expectOne('/api/tickets').flush({ id: 123 });
  });
});

describe('leaving', () => {
  it('needs no question while nothing is typed', async () => {
    await openPage();

    expect(await TestBed.inject(Router).navigateByUrl('/tickets')).toBe(true);
  });

  it.each([
    ['Keep writing', false, '/tickets/new'],
    ['Discard and leave', true, '/tickets'],
  ])('asks when something is typed: %s', async (answer, leaves, url) => {
    const { title } = await openPage();
    await title.setValue('Checkout');

    const left = TestBed.inject(Router).navigateByUrl('/tickets');
    (await eventually(() => buttonNamed(answer))).click(); // no harness: it would wait for the navigation to end

    expect(await left).toBe(leaves);
    expect(TestBed.inject(Router).url).toBe(url);
  });

  it('asks before the tab is closed, once something is typed', async () => {
    const { title } = await openPage();
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(closing()).toBe(false);

    await title.setValue('Checkout');

    expect(closing()).toBe(true);
  });
});
