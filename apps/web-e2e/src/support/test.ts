import { randomUUID } from 'node:crypto';
import { test as base, expect } from '@playwright/test';
import { Stack } from './stack';
import { Tickets } from './tickets';

export { expect };

/** What a file of journeys may ask for with `test.use()`. */
export interface StackOptions {
  /** Settings of the API, beside those that make it a stack. A file that sets some gets a stack of its own. */
  settings: Record<string, string>;
}

interface JourneyFixtures {
  tickets: Tickets;
  /** A word that no other journey uses: journeys of a file share a database, and find their own tickets by it. */
  word: string;
  /** Fails the journey at its end when the page logged an error, threw one, or asked another host for anything. */
  cleanConsole: void;
}

interface StackFixtures extends StackOptions {
  stack: Stack;
}

/** Playwright's test, with a whole stack of its own for each worker. `page.goto('/')` opens the client. */
export const test = base.extend<JourneyFixtures, StackFixtures>({
  settings: [{}, { scope: 'worker', option: true }],
  stack: [
    async ({ settings }, use) => {
      const stack = await Stack.start(settings);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.url),
  tickets: ({ request }, use) => use(new Tickets(request)),
  word: async ({}, use) => use(`w${randomUUID().slice(0, 8)}`),
  cleanConsole: [
    async ({ context, stack }, use, testInfo) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        // Chromium reports each answer of 4xx and 5xx as an error; journeys that provoke one look at the page instead.
        const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of');
        if (message.type() === 'error' && !isStatus) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(`${error.error().stack}`));
      context.on('request', (request) => {
        const isOurs = request.url().startsWith(`${stack.url}/`) || /^(data|blob|about):/.test(request.url());
        if (!isOurs) complaints.push(`A request to another host: ${request.url()}`);
      });
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('api.log', { body: stack.log, contentType: 'text/plain' });
      }
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
