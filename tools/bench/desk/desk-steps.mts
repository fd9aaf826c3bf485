import type { Browser, Page } from '@playwright/test';
import { openBlankPage, slowNetwork, slowProcessor, startBrowser } from '../client/browser.mts';
import { readBenchmarkIndex } from '../client/audit-page.mts';
import { slowdownFrom } from '../client/laptop.mts';

/** Times from a key to the frame with its result, in ms, one per key. */
interface StepTimes {
  /** From `j` to the conversation of the next ticket. */
  readonly next: readonly number[];
  /** From Enter in the menu of a property to the changed value. */
  readonly property: readonly number[];
}

/** The times with this machine's processor, and with one that is slowed down to the laptop's. */
export interface DeskSteps {
  readonly asIs: StepTimes;
  readonly asLaptop: StepTimes;
  /** Factor by which the processor was slowed down. */
  readonly slowdown: number;
}

const STEPS = 50;
/** Time for which a person looks at each ticket, in ms. */
const PAUSE_MS = 700;

/** Declarations of the page's globals. */
interface PageElement {
  readonly textContent: string;
}
declare const document: {
  querySelector(selector: string): PageElement | null;
  addEventListener(type: string, act: (event: { key: string }) => void, capture: boolean): void;
};
declare const requestAnimationFrame: (act: () => void) => void;
declare const scheduler: { postTask(act: () => void, options: { priority: 'user-blocking' }): Promise<void> };

/** Steps through the list of a closed API with the keyboard, with the laptop's network: 50 tickets, and 50 changes of a property. */
export async function measureSteps(apiUrl: string, cookie: string): Promise<DeskSteps> {
  const { browser, port } = await startBrowser();
  try {
    const slowdown = slowdownFrom(await readBenchmarkIndex(`${apiUrl}/sign-in`, port));
    const asIs = await stepIn(browser, apiUrl, cookie, 1);
    return { asIs, asLaptop: await stepIn(browser, apiUrl, cookie, slowdown), slowdown };
  } finally {
    await browser.close();
  }
}

async function stepIn(browser: Browser, apiUrl: string, cookie: string, slowdown: number): Promise<StepTimes> {
  const { page, protocol } = await openBlankPage(browser);
  try {
    const cookies = cookie.split('; ').map((each) => each.split('=', 2));
    await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: apiUrl })));
    await page.goto(`${apiUrl}/tickets`);
    await page.locator('tbody a').first().click();
    await page.locator('docket-composer textarea').waitFor(); // its script has loaded
    await slowProcessor(protocol, slowdown);
    await slowNetwork(protocol);
    await page.evaluate(watchSteps);
    const next = await times(page, 'next', async () => page.keyboard.press('j'));
    const property = await times(page, 'property', async (step) => {
      await page.locator('docket-ticket-fields button').filter({ hasText: 'Priority' }).press('Enter');
      await page.locator('[role=menuitemradio]').first().waitFor();
      await page.keyboard.press(step % 2 ? 'ArrowUp' : 'ArrowDown');
      await page.waitForTimeout(PAUSE_MS / 4); // the menu has opened
      await page.keyboard.press('Enter');
    });
    return { next, property };
  } finally {
    await page.context().close();
  }
}

/** Runs the steps and returns their times, which the page measures. */
async function times(
  page: Page,
  mark: 'next' | 'property',
  act: (step: number) => Promise<void>,
): Promise<readonly number[]> {
  for (let step = 0; step < STEPS; step++) {
    await page.waitForTimeout(PAUSE_MS);
    await act(step);
    await page.waitForFunction(([name, count]) => performance.getEntriesByName(name).length === count, [
      mark,
      step + 1,
    ] as const);
  }
  return page.evaluate((name) => performance.getEntriesByName(name).map(({ duration }) => duration), mark);
}

/** Runs in the page. Measures from each key to the paint of the first frame with the result. */
function watchSteps(): void {
  const numberOf = () => document.querySelector('docket-ticket-panel .number')?.textContent;
  const valuesOf = () => document.querySelector('docket-ticket-fields')?.textContent;
  const measure = (name: string, isDone: () => boolean) => {
    const start = performance.now();
    // Runs before any other task, so that it sees exactly what the frame shows. Inside the frame, it would be too early: the page renders
    // in a callback of the same frame, and the result would count one frame later.
    const look = () => {
      if (isDone()) performance.measure(name, { start });
      else requestAnimationFrame(lookAfterFrame);
    };
    const lookAfterFrame = () => void scheduler.postTask(look, { priority: 'user-blocking' });
    requestAnimationFrame(lookAfterFrame);
  };
  const onKey = ({ key }: { key: string }) => {
    const [number, values] = [numberOf(), valuesOf()];
    const isInMenu = document.querySelector('[role=menuitemradio]') !== null;
    if (key === 'j') measure('next', () => numberOf() !== number && document.querySelector('[data-entry]') !== null);
    else if (key === 'Enter' && isInMenu) measure('property', () => valuesOf() !== values);
  };
  document.addEventListener('keydown', onKey, true);
}
