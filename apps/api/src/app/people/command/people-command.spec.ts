import { runPeople } from './people-command';

const never = () => Promise.reject(new Error('opened'));

it.each([[[]], [['link']], [['link', '']], [['link', 'a@b', 'c']], [['remove', 'a@b']]])(
  'explains its use for %j, and opens no database',
  async (args) => {
    await expect(runPeople(args, never)).rejects.toThrow(/^Usage: npm run people -- link EMAIL\n/);
  },
);

it.each(['--help', '-h', 'help'])('explains its use for %s without an error', async (arg) => {
  const [usage, , ...description] = await runPeople([arg], never);

  expect(usage).toBe('Usage: npm run people -- link EMAIL');
  expect(description.join(' ')).toContain('sets a new password');
});
