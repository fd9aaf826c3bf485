import { isReached } from '../figures.mts';
import { routeFigures } from './route-figures.mts';

const figures = routeFigures({
  list: [800, 900, 1000],
  bareList: [1000, 1000, 1000],
  ticket: [600, 590, 610],
  bareTicket: [1000, 1000, 1000],
  statistics: [900, 1000, 900],
});
const ratios = figures.filter(({ target }) => target);

it('divides each route by its baseline and takes the median round', () => {
  expect(ratios.map(({ what, measured }) => [what, measured])).toEqual([
    ['list of 50, API / bare route', 0.9],
    ['one ticket, API / bare route', 0.6],
    ['requests a second, statistics / list of 50', 1000 / 900],
  ]);
  expect(ratios.map(isReached)).toEqual([true, true, true]);
});

it('shows the median rates', () => {
  expect(figures.filter(({ target }) => !target).map(({ measured }) => measured)).toEqual([900, 1000, 600, 1000, 900]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(routeFigures(undefined).map(({ what, measured }) => [what, measured])).toEqual(
    figures.map(({ what }) => [what, undefined]),
  );
});
