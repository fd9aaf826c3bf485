import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import { runInContext } from '../context/work-context';
import { LOCAL_ACTOR } from '../context/actor';
import { Transactions } from './transactions';

let api: TestApp;
let transactions: Transactions;
beforeAll(async () => {
  api = await startTestApp();
  transactions = api.app.get(Transactions);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets CASCADE'));

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

  it('does not join a transaction with a weaker isolation than it needs', async () => {
    const work = transactions.run(() => transactions.run(() => Promise.resolve(), 'REPEATABLE READ'));

    await expect(work).rejects.toThrow('needs REPEATABLE READ');
  });

  it('isolates concurrent transactions', async () => {
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

  it('joins a transaction that was started elsewhere', async () => {
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    await transactions.joinExternal(runner.manager, () => transactions.run(() => insert('a')));
    await runner.rollbackTransaction();
    await runner.release();

    expect(await titles()).toEqual([]);
  });
});

describe('the end of a transaction', () => {
  it('rejects the statements of work that was not awaited', async () => {
    let continueLater: () => void = () => undefined;
    let late: Promise<unknown> = Promise.resolve();

    const work = transactions.run(async () => {
      await insert('a');
      late = new Promise<void>((resolve) => (continueLater = resolve)).then(() => insert('late'));
      throw new Error('too early');
    });

    await expect(work).rejects.toThrow('too early');
    continueLater();
    await expect(late).rejects.toThrow('has ended');
    expect(await titles()).toEqual([]);
  });

  it('is a rollback if a statement failed, even if its error was caught', async () => {
    const work = transactions.run(async () => {
      await insert('a');
      await transactions.statement((manager) => manager.query('SELECT 1 / 0')).catch(() => undefined);
    });

    await expect(work).rejects.toThrow('division by zero');
    expect(await titles()).toEqual([]);
  });

  it('reports a caught error to the code that started the transaction elsewhere', async () => {
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();

    const work = transactions.joinExternal(runner.manager, async () => {
      await transactions.run(() => Promise.reject(new Error('half done'))).catch(() => undefined);
    });

    await expect(work).rejects.toThrow('half done');
    await runner.rollbackTransaction();
    await runner.release();
  });
});

describe('after a conflict', () => {
  /** Work whose first attempts fail like a transaction that PostgreSQL aborted because of a concurrent one. */
  const conflicting = (times: number): jest.Mock<Promise<string>> => {
    let attempts = 0;
    return jest.fn(() => {
      if (++attempts > times) return Promise.resolve('done');
      return Promise.reject(Object.assign(new Error('could not serialize access'), { code: '40001' }));
    });
  };

  it('the outermost unit of work runs again, and an inner one does not', async () => {
    const work = conflicting(1);
    const outer = jest.fn(() => transactions.run(work));

    await expect(transactions.run(outer)).resolves.toBe('done');
    expect(outer).toHaveBeenCalledTimes(2);
  });

  it('the outermost unit of work runs again, even if it wraps the error', async () => {
    const work = conflicting(1);
    const outer = () =>
      transactions.run(work).catch((cause: unknown) => Promise.reject(new Error('wrapped', { cause })));

    await expect(transactions.run(outer)).resolves.toBe('done');
  });

  it('a statement runs again', async () => {
    await expect(transactions.statement(conflicting(2))).resolves.toBe('done');
  });

  it('nothing runs again once the deadline of the request has passed', async () => {
    let deadline = Infinity;
    const context = {
      actor: LOCAL_ACTOR,
      requestId: 'late',
      get deadline() {
        return deadline;
      },
    };
    const conflict = conflicting(1);
    const work = jest.fn(() => {
      deadline = performance.now() - 1;
      return conflict();
    });

    await expect(runInContext(context, () => transactions.run(work))).rejects.toThrow('could not serialize');
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('a callback after the commit', () => {
  it('runs once, when other connections see the changes, also if the work had to run again', async () => {
    const callback = jest.fn();
    let attempts = 0;

    await transactions.run(async () => {
      await transactions.run(async () => {
        await insert('a');
        transactions.afterCommit(callback);
      });
      expect(callback).not.toHaveBeenCalled();
      if (++attempts === 1) throw Object.assign(new Error('could not serialize access'), { code: '40001' });
    });

    expect(attempts).toBe(2);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('does not run after a rollback', async () => {
    const callback = jest.fn();

    const work = transactions.run(() => {
      transactions.afterCommit(callback);
      return Promise.reject(new Error('failed'));
    });

    await expect(work).rejects.toThrow('failed');
    expect(callback).not.toHaveBeenCalled();
  });

  it('undoes an effect outside the database before each further attempt, and not after the COMMIT', async () => {
    const steps: string[] = [];
    const work = (errors: Error[]) =>
      transactions.run(async () => {
        steps.push('reserve');
        transactions.undoUnlessCommitted(() => Promise.resolve(void steps.push('undo')));
        await insert('a');
        const error = errors.pop();
        if (error) throw error;
      });

    await work([Object.assign(new Error('could not serialize access'), { code: '40001' })]);
    await expect(work([new Error('connection terminated')])).rejects.toThrow('connection terminated');

    expect(steps).toEqual(['reserve', 'undo', 'reserve', 'reserve', 'undo']);
  });

  it('runs at once without a transaction', () => {
    const callback = jest.fn();

    transactions.afterCommit(callback);

    expect(callback).toHaveBeenCalledTimes(1);
  });
});
