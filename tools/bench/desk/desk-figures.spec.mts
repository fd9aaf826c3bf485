import { isReached } from '../figures.mts';
import { deskFigures } from './desk-figures.mts';

it('compares changes with and without history, and lists with and without relations', () => {
  const lists = {
    myQueue: 20,
    bareQueue: 1,
    myQueueByPriority: 1,
    allByPriority: 1,
    unassigned: 21,
    team: 1,
    tagWithStatus: 150,
    requester: 1,
  };
  const figures = deskFigures({
    lists: { ...lists, textOfAssignee: 1, timeline: 15, bareTimeline: 1 },
    writes: { reply: 41, withHistory: [70, 80, 70], withoutHistory: [100, 100, 100] },
    withRequesters: [70, 70, 80],
    withRelations: [80, 80, 90],
    withoutRelations: [100, 100, 100],
    steps: {
      asIs: { next: [99, 100], property: [49, 50] },
      asLaptop: { next: [99, 101], property: [50, 51] },
      slowdown: 2,
    },
    streams: { commitToStream: 500, memory: 61 },
    stop: 100,
  });

  const missed = figures.filter((figure) => !isReached(figure)).map(({ what }) => what);
  expect(missed).toEqual([
    'j on a laptop: p95',
    'Enter in the menu on a laptop: p95',
    'open tickets of nobody: p95',
    'a reply that changes the status: p95',
    'list, tickets with / without assignee, team and tags',
    'memory of 1,000 streams',
  ]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(deskFigures(undefined).map(({ measured }) => measured)).toEqual(Array(25).fill(undefined));
});
