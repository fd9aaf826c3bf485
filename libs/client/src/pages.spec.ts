import { DocketError } from './docket-error';
import { pages } from './pages';

const page = (data: number[], link?: string) => ({
  data,
  response: new Response(null, { headers: link === undefined ? {} : { Link: link } }),
});

async function all(items: AsyncIterable<number>): Promise<number[]> {
  const collected: number[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

it('follows the links from page to page', async () => {
  const queries: object[] = [];
  const items = pages<number>((query) => {
    queries.push(query);
    const isFirst = Object.keys(query).length === 0;
    const links = '</api/tickets/?cursor=a>; rel="prev", </api/tickets/?status=open&cursor=b>; rel="next"';
    return Promise.resolve(isFirst ? page([1, 2], links) : page([3]));
  });

  expect(await all(items)).toEqual([1, 2, 3]);
  expect(queries).toEqual([{}, { status: 'open', cursor: 'b' }]);
});

it('ends with the problem of a page', async () => {
  const problem = { type: '/problems/forbidden', detail: 'This needs the permission tickets:read', request_id: 'r' };
  const items = pages<number>(() => Promise.resolve({ error: problem, response: new Response(null, { status: 403 }) }));

  const error = await all(items).catch((one: unknown) => one);

  expect(error).toBeInstanceOf(DocketError);
  expect(error).toMatchObject({ status: 403, problem: { type: '/problems/forbidden' } });
});
