import type { Figure } from './figures.mts';
import { load, median } from './load.mts';
import type { Filled } from './measure-size.mts';
import { type Server, startBareRoute } from './processes.mts';

type Compared = Awaited<ReturnType<typeof compareList>>;

/** The list of 50 on the API and on the bare route, in turn, so that what else the machine does hits both. Medians. */
export async function compareList({ api, url }: Filled, rounds: number, seconds: number) {
  const ask = async ({ url }: Server) => (await load(url, ['/api/tickets/'], { connections: 16, seconds })).perSecond;
  const bare = await startBareRoute(url);
  await ask(bare); // warms up, as the API is
  const pairs: { api: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round++) pairs.push({ api: await ask(api), bare: await ask(bare) });
  await bare.stop();
  return {
    api: median(pairs.map((pair) => pair.api)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.api / pair.bare)),
  };
}

export function listFigures(compared: Compared | undefined): Figure[] {
  return [
    { what: 'list of 50: requests a second', measured: compared?.api, unit: '/s', note: '16 connections' },
    { what: 'the same on a bare Fastify route', measured: compared?.bare, unit: '/s', note: 'the same SQL through pg' },
    {
      what: 'list of 50, API / bare route',
      measured: compared?.ratio,
      unit: '',
      target: { atLeast: 0.75 },
      note: 'median of alternating rounds',
    },
  ];
}
