import { timeWords } from './time-words';

describe('timeWords', () => {
  it('knows each English month by its names only', () => {
    const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
    const months = [...names, 'November', 'December'].flatMap((name) => [name, name.slice(0, 3)]);

    expect(months.map((name) => timeWords().months.get(name.toLowerCase()))).toEqual(
      months.map((_, index) => Math.floor(index / 2) + 1),
    );
  });
});
