import { Logger } from '@nestjs/common';
import type { ChangeBell } from '../../platform/database/bell/change-bell';
import type { Dispatcher } from './dispatcher';
import type { DueDeliveries } from './due-deliveries';
import type { WebhookNotices } from './webhook-notices';
import type { WebhookRequest } from './webhook-request';
import type { WebhookSecrets } from './webhook-secrets';
import { WebhookSender } from './webhook-sender';

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

it('warns once an hour that SECRET_KEY is missing, however often it looks for deliveries', async () => {
  jest.useFakeTimers();
  const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  const sender = new WebhookSender(
    { pollMs: 5000 } as ChangeBell,
    { dispatch: () => Promise.resolve('all') } as unknown as Dispatcher,
    {} as DueDeliveries,
    {} as WebhookRequest,
    { isAvailable: false } as WebhookSecrets,
    {} as WebhookNotices,
  );

  for (let pass = 0; pass < 100; pass++) await sender['pass']();
  expect(warn).toHaveBeenCalledTimes(1);

  jest.setSystemTime(Date.now() + 3_600_000);
  for (let pass = 0; pass < 100; pass++) await sender['pass']();
  expect(warn).toHaveBeenCalledTimes(2);
});
