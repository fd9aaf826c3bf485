import type { Logger } from 'pino';
import { Settings } from './platform/config/settings';
import { announce } from './startup-banner';

it.each([
  [true, 'open: everyone on this machine can read and change every ticket'],
  [false, 'closed: people sign in'],
])('says who may use Docket: open is %s', (isOpen, access) => {
  const info = jest.fn();

  announce(new Settings(), 'http://localhost:3000', isOpen, { info } as unknown as Logger);

  expect(info).toHaveBeenCalledWith(
    expect.objectContaining({ url: 'http://localhost:3000', access }),
    'Docket listens on http://localhost:3000',
  );
});
