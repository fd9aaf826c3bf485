import { ANONYMOUS_ACTOR, LOCAL_ACTOR } from '../platform/context/actor';
import { InvalidInputException } from '../platform/problems/invalid-input.exception';
import type { Requesters } from '../requesters';
import { FilterReferences } from './filter-references';

const references = new FilterReferences({ idsOf: () => Promise.resolve([8]) } as unknown as Requesters);

it('knows the person who asks as me, also behind a token', async () => {
  const named = { assignees: ['me', 0] as const, requesters: ['nora@example.com'] };

  for (const actor of [{ kind: 'person', userId: 3 } as const, { kind: 'token', userId: 3, tokenId: 1 } as const]) {
    expect(await references.resolve(actor, named)).toEqual({ assignees: [3, 0], requesters: [8] });
  }
});

it.each([LOCAL_ACTOR, ANONYMOUS_ACTOR])('knows nobody as me without a sign-in: %j', async (actor) => {
  const resolved = references.resolve(actor, { assignees: ['me'] });

  await expect(resolved).rejects.toThrow(InvalidInputException);
  await expect(resolved).rejects.toThrow('assignee can be me only for somebody who is signed in');
});
