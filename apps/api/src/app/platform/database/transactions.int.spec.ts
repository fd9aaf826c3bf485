import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import { runInContext } from '../context/execution-context';
import { LOCAL_ACTOR } from '../context/actor';
import { Transactions } from './transactions';

let api: TestApp;
let transactions: Transactions;
beforeAll(async () => {
  api = await startTestApp();
  transactions = api.app.get(Transactions);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets'));

const insert = (title: string) =>
  transactions.statement((manager) => manager.getRepository(Ticket).insert(aTicket({ title })));
const titles = async () => {
  const tickets = await api.database.getRepository(Ticket).find({ order: { title: 'ASC' } });
  return tickets.map(({ title }) => title);
};

describe('a unit of work', () => {
  it('joins the running transaction, three levels deep', async () => {
    const seen = await transactions.run(async () => {
      await insert('a');
      return transactions.run(async () => {
        await insert('b');
        return transactions.run(async () => {
          await insert('c');
          return transactions.manager.getRepository(Ticket).count();
        });
      });
    });

    expect(seen).toBe(3);
    expect(await titles()).toEqual(['a', 'b', 'c']);
  });

  it('stores nothing if the innermost work fails', async () => {
    const work = transactions.run(async () => {
      await insert('a');
      await transactions.run(() => transactions.run(() => Promise.reject(new Error('failed'))));
    });

    await expect(work).rejects.toThrow('failed');
    expect(await titles()).toEqual([]);
  });

  it('stores nothing even if an outer unit of work catches the error of an inner one', async () => {
    const work = transactions.run(async () => {
      await insert('a');
      await transactions.run(() => Promise.reject(new Error('failed'))).catch(() => undefined);
    });

    await expect(work).rejects.toThrow('failed');
    expect(await titles()).toEqual([]);
  });

  it('refuses to join a transaction with a weaker isolation than it needs', async () => {
    const work = transactions.run(() => transactions.run(() => Promise.resolve(), 'REPEATABLE READ'));

    await expect(work).rejects.toThrow('needs REPEATABLE READ');
  });

  it('keeps concurrent transactions apart', async () => {
    await Promise.allSettled([
      transactions.run(async () => {
        await insert('kept');
        await transactions.run(() => insert('kept too'));
      }),
      transactions.run(async () => {
        await insert('dropped');
        throw new Error('no');
      }),
    ]);

    expect(await titles()).toEqual(['kept', 'kept too']);
  });

  it('belongs to a transaction that was started elsewhere', async () => {
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    await transactions.within(runner.manager, () => transactions.run(() => insert('a')));
    await runner.rollbackTransaction();
    await runner.release();

    expect(await titles()).toEqual([]);
  });
});

describe('after a conflict', () => {
  /** A database whose first transactions fail like one that lost against a concurrent transaction. */
  const conflicting = (times: number): [Transactions, jest.Mock] => {
    const work = jest.fn(() => {
      if (work.mock.calls.length > times) return Promise.resolve('done');
      return Promise.reject(Object.assign(new Error('could not serialize access'), { code: '40001' }));
    });
    return [new Transactions(api.database), work];
  };

  it('the outermost unit of work runs again, and an inner one does not', async () => {
    const [inner, work] = conflicting(1);

    await expect(inner.run(() => inner.run(work))).resolves.toBe('done');
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('a statement runs again', async () => {
    const [database, work] = conflicting(2);

    await expect(database.statement(work)).resolves.toBe('done');
  });

  it('nothing runs again once the deadline of the request has passed', async () => {
    const [database, work] = conflicting(1);
    const context = { actor: LOCAL_ACTOR, requestId: 'late', deadline: performance.now() - 1 };

    await expect(runInContext(context, () => database.run(work))).rejects.toThrow('could not serialize');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
