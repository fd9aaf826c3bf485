import type { TimelineActor } from '@docket/web/conversation/data';
import { phrasesOf } from './change-phrases';

const MEI: TimelineActor = { kind: 'human', id: 4, name: 'Mei Tanaka', verified: true };
const BEN = { id: 3, name: 'Ben Okafor' };
const ANA = { id: 2, name: 'Ana Ruiz' };

const textsOf = (field: string, values: readonly unknown[], actor = MEI) =>
  phrasesOf({ field, values }, actor).map(({ verb, name, values: texts, between }) =>
    [verb, name, texts.join(` ${between} `)].filter(Boolean).join(' '),
  );

describe('the line about changes', () => {
  it.each([
    ['assignee', [null, BEN], 'assigned Ben Okafor'],
    ['assignee', [BEN, null], 'unassigned Ben Okafor'],
    ['assignee', [BEN, ANA], 'set assignee Ben Okafor → Ana Ruiz'],
    ['assignee', [null, BEN, ANA], 'set assignee nobody → Ben Okafor → Ana Ruiz'],
    ['assignee', [ANA, { id: 4, name: 'Mei Tanaka' }], 'set assignee Ana Ruiz → Mei Tanaka'],
    ['assignee', [null, { id: 4, name: 'Mei Tanaka' }], 'took the ticket'],
    ['team', [null, { id: 1, name: 'Billing' }], 'set team Billing'],
    [
      'team',
      [
        { id: 1, name: 'Billing' },
        { id: 2, name: 'Identity' },
      ],
      'set team Billing → Identity',
    ],
    ['team', [{ id: 1, name: 'Billing' }, null], 'set team Billing → none'],
    ['requester', [null, { id: 1, name: 'Nora' }], 'set requester Nora'],
    ['tags', [[], ['mfa', 'payroll']], 'added tags mfa and payroll'],
    ['tags', [['mfa'], []], 'removed tag mfa'],
    ['tags', [[], ['mfa'], []], 'changed and restored tag mfa'],
    ['tags', [['a'], ['a', 'b'], ['a', 'b', 'c']], 'added tags b and c'],
    ['priority', ['high', 'critical'], 'set priority High → Critical'],
    ['priority', ['high', 'urgent'], 'set priority High → urgent'],
    ['title', ['A', 'B'], 'changed the title A → B'],
    ['description', [], 'edited the description'],
  ])('says for %s %j: %s', (field, values, text) => {
    expect(textsOf(field, values)).toEqual([text]);
  });

  it('says what was added before what was removed', () => {
    expect(textsOf('tags', [['old'], ['new']])).toEqual(['added tag new', 'removed tag old']);
  });
});
