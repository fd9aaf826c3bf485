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
    expect.objectContaining({ url: 'http://localhost:3000', version: 'unbuilt', access }),
    'Docket listens on http://localhost:3000',
  );
});

it.each([
  [{}, 'the words of the ticket (set GEMINI_API_KEY for Gemini)'],
  [{ GEMINI_API_KEY: 'key', GEMINI_MODEL: 'gemini-9' }, 'Gemini (gemini-9), else the words of the ticket'],
  [{ CLASSIFIER: 'gemini', GEMINI_API_KEY: 'key', GEMINI_MODEL: 'gemini-9' }, 'Gemini (gemini-9)'],
  [{ CLASSIFIER: 'gemini' }, 'not configured (set GEMINI_API_KEY for suggestions)'],
  [{ CLASSIFIER: 'local', GEMINI_API_KEY: 'key' }, 'the words of the ticket'],
  [{ CLASSIFIER: 'none', GEMINI_API_KEY: 'key' }, 'none'],
] as const)('says who suggests with %j', (settings, classifier) => {
  const info = jest.fn();

  announce(Object.assign(new Settings(), settings), 'http://localhost:3000', true, { info } as unknown as Logger);

  expect(info).toHaveBeenCalledWith(expect.objectContaining({ classifier }), expect.anything());
});
