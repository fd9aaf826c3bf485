import { aChange } from '../../../testing/conversation';
import { changeNews, isOther } from './change-news';

const BEN = { kind: 'human', id: 4, name: 'Ben', verified: true } as const;
const ZOE = { kind: 'human', id: 5, name: 'Zoe', verified: true } as const;

describe('changeNews', () => {
  it('says who changed what', () => {
    expect(changeNews([aChange(2, { status: ['open', 'resolved'] }, { actor: BEN })], false)).toBe(
      'Ben set status Open to Resolved',
    );
  });

  it('makes one sentence of a burst', () => {
    const burst = [
      aChange(2, { status: ['open', 'closed'], priority: ['low', 'high'] }, { actor: BEN }),
      aChange(3, { category: ['account', 'billing'], tags: [[], ['mfa']] }, { actor: BEN }),
      aChange(4, { team: [null, { id: 1, name: 'Identity' }] }, { actor: BEN }),
    ];

    expect(changeNews(burst, false)).toBe(
      'Ben set status Open to Closed, set priority Low to High, set category Account to Billing, made 2 more changes',
    );
    expect(changeNews([...burst, aChange(5, { status: ['closed', 'open'] }, { actor: ZOE })], false)).toBe(
      'Several changes. The last: Zoe set status Closed to Open',
    );
  });

  it('says nothing of nothing', () => {
    expect(changeNews([], false)).toBe('');
  });
});

it('knows the changes of others from those of the person', () => {
  expect([isOther(BEN, 4), isOther(ZOE, 4)]).toEqual([false, true]);
  expect(isOther({ kind: 'api', id: 4, verified: true }, 4)).toBe(true);
  expect(isOther({ kind: 'local', verified: false }, undefined)).toBe(false);
});
