import { randomUUID } from 'node:crypto';
import { test as base, expect } from '@playwright/test';
import { Stack, type StackOptions } from './stack';
import { Tickets } from './tickets';

export { expect };

interface JourneyFixtures {
  /** Expected console errors of a journey. */
  provokedErrors: RegExp | undefined;
  /** Origins of other sites that a journey visits. */
  visitedOrigins: readonly string[];
  tickets: Tickets;
  /** A unique word for titles, with which a journey finds its tickets in the shared database. */
  word: string;
  /** Fails the journey if the page logged or threw an error, or sent a request to another host. */
  cleanConsole: void;
}

interface StackFixtures extends StackOptions {
  stack: Stack;
}

/** Playwright's test, with one stack for each worker. `page.goto('/')` opens the client. */
export const test = base.extend<JourneyFixtures, StackFixtures>({
  settings: [{}, { scope: 'worker', option: true }],
  isClosed: [false, { scope: 'worker', option: true }],
  hasLearnedModel: [false, { scope: 'worker', option: true }],
  hasSimulatedYear: [false, { scope: 'worker', option: true }],
  stack: [
    async ({ settings, isClosed, hasLearnedModel, hasSimulatedYear }, use) => {
      const stack = await Stack.start({ settings, isClosed, hasLearnedModel, hasSimulatedYear });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.url),
  provokedErrors: [undefined, { option: true }],
  visitedOrigins: ({}, use) => use([]),
  tickets: ({ request }, use) => use(new Tickets(request)),
  word: async ({}, use) => use(`w${randomUUID().slice(0, 8)}`),
  cleanConsole: [
    async ({ context, provokedErrors, stack, visitedOrigins }, use, testInfo) => {
      const pageErrors: string[] = [];
      context.on('console', (message) => {
        // Chromium logs each 4xx and 5xx response as an error. Journeys with such responses check the page instead.
        const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of');
        const isProvoked = provokedErrors?.test(message.text());
        if (message.type() === 'error' && !isStatus && !isProvoked) pageErrors.push(message.text());
      });
      context.on('weberror', (error) => pageErrors.push(`${error.error().stack}`));
      context.on('request', (request) => {
        const isOwnRequest = request.url().startsWith(`${stack.url}/`) || /^(?:data|blob|about):/.test(request.url());
        const isVisit = visitedOrigins.includes(new URL(request.url()).origin);
        if (!isOwnRequest && !isVisit) pageErrors.push(`A request to another host: ${request.url()}`);
      });
      await use();
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('api.log', { body: stack.log, contentType: 'text/plain' });
      }
      expect(pageErrors).toEqual([]);
    },
    { auto: true },
  ],
});
