import { EnvironmentInjector, createEnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { loadTicketKeys } from './load-ticket-keys';
import type { ResultParts } from './result-focus';
import type { StepParts } from './ticket-steps';

it('does nothing if the person leaves the page before the code of the keys arrives', async () => {
  const page = createEnvironmentInjector([], TestBed.inject(EnvironmentInjector));
  const openId = jest.fn();
  const parts = new Proxy<Partial<ResultParts & StepParts>>({}, { get: openId }) as ResultParts & StepParts;
  const { step } = runInInjectionContext(page, () =>
    loadTicketKeys(
      () => true,
      parts,
      () => undefined,
    ),
  );

  step(1);
  page.destroy();
  await import('./ticket-keys');

  expect(openId).not.toHaveBeenCalled();
});
