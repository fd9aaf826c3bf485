import { runPeople } from './people-command';

it.each([[[]], [['link']], [['link', '']], [['link', 'a@b', 'c']], [['remove', 'a@b']]])(
  'explains its use for %j, and opens no database',
  async (args) => {
    const never = () => Promise.reject(new Error('opened'));

    await expect(runPeople(args, new URL('https://desk.example.com'), never)).rejects.toThrow(
      'usage: people link EMAIL',
    );
  },
);
