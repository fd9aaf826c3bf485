import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDEMPOTENT_POSTS, hasIdempotentPost } from './idempotent-posts';

interface Operation {
  readonly parameters?: readonly { readonly name?: string }[];
}

it('lists the operations that document an Idempotency-Key, without the import', () => {
  const contract = readFileSync(join(__dirname, '../../shared/contract/openapi.json'), 'utf8');
  const { paths } = JSON.parse(contract) as { paths: Record<string, { post?: Operation }> };
  const documented = Object.entries(paths).filter(([, { post }]) =>
    post?.parameters?.some(({ name }) => name === 'Idempotency-Key'),
  );

  expect(documented.map(([path]) => path).filter((path) => path !== '/api/tickets/import')).toEqual(IDEMPOTENT_POSTS);
});

it.each([
  ['/api/tickets', true],
  ['/api/tickets/', true],
  ['/api/tickets/7/messages', true],
  ['/desk/api/teams', true],
  ['/api/tickets/classify', false],
  ['/api/tickets/7/draft', false],
  ['/api/auth/reset', false],
])('knows whether a POST to %s is done once: %s', (path, isIdempotent) => {
  expect(hasIdempotentPost(path)).toBe(isIdempotent);
});
