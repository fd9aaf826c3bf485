import { toChanges, toWeekSlots, weekAxisStart } from './week-slots';

type Version = readonly [model: string, version: number | null];

const week = (week: string, right: number, n: number) => ({
  week,
  n,
  right,
  share: n < 30 ? null : right / n,
  interval: n < 30 ? null : [right / n - 0.1, right / n + 0.1],
});

describe('weeks', () => {
  it('include those without blind suggestions, up to the end of the range', () => {
    const slots = toWeekSlots({ weeks: [week('2026-10-26', 32, 40), week('2026-11-09', 15, 18)], to: '2026-11-26' });

    expect(slots.map(({ week, n, share }) => [week, n, share])).toEqual([
      ['2026-10-26', 40, 0.8],
      ['2026-11-02', 0, undefined],
      ['2026-11-09', 18, undefined],
      ['2026-11-16', 0, undefined],
      ['2026-11-23', 0, undefined],
    ]);
  });

  it('are none without any', () => {
    expect(toWeekSlots({ weeks: [], to: '2026-11-26' })).toEqual([]);
  });

  it('all have their date if they are few, and some if they are many', () => {
    const labels = (to: string) => toWeekSlots({ weeks: [week('2026-01-05', 32, 40)], to }).map(({ label }) => label);

    expect(labels('2026-02-15')).toEqual(Array(6).fill('all'));
    expect(labels('2026-03-29')).toEqual(Array(6).fill(['all', 'wide']).flat());
    const year = labels('2027-01-03');
    expect(year).toHaveLength(52);
    expect(year.filter((label) => label === 'all')).toHaveLength(6);
    expect(year.filter((label) => label !== 'none')).toHaveLength(11);
  });

  it('have an axis from 50, or from 0 if a share is below', () => {
    const start = (right: number) =>
      weekAxisStart(toWeekSlots({ weeks: [week('2026-11-23', right, 100)], to: '2026-11-26' }));

    expect(start(55)).toBe(50); // its interval is cut
    expect(start(49)).toBe(0);
    expect(weekAxisStart([])).toBe(50);
  });
});

describe('changes of the model and the prompt', () => {
  const slots = toWeekSlots({ weeks: [week('2026-11-09', 32, 40)], to: '2026-11-22' });

  const change = (day: string, [model_before, version_before]: Version, [model, version]: Version) => ({
    day,
    model,
    version,
    model_before,
    version_before,
  });
  const marks = (changes: ReturnType<typeof change>[], provider: 'gemini' | 'local' = 'gemini', weeks = slots) =>
    toChanges({ changes, provider }, weeks);

  it('are named with what they replaced and nothing else, and placed by their day', () => {
    const changes = [
      change('2026-11-16', ['flash-2', 7], ['flash-2', 8]),
      change('2026-11-18', ['flash-2', 8], ['flash-3', 8]),
      change('2026-11-19', ['flash-3', 8], ['flash-2', 9]),
    ];

    expect(marks(changes).map(({ day, text, at }) => [day, text, at])).toEqual([
      ['2026-11-16', 'prompt 7 → 8', 0.5],
      ['2026-11-18', 'model flash-2 → flash-3', 9 / 14],
      ['2026-11-19', 'model flash-3 → flash-2, prompt 8 → 9', 10 / 14],
    ]);
  });

  it('of the own model are named with its version, and are one in each week', () => {
    const changes = [
      change('2026-11-10', ['words', null], ['learned', 3]),
      change('2026-11-16', ['learned', 3], ['learned', 4]),
      change('2026-11-18', ['learned', 4], ['learned', 5]),
      change('2026-11-22', ['learned', 5], ['learned', 9]),
      change('2026-11-23', ['learned', 9], ['learned', 10]),
    ];

    expect(marks(changes, 'local').map(({ day, text }) => [day, text])).toEqual([
      ['2026-11-10', 'words → own model 3'],
      ['2026-11-16', 'own model 3 → 9'],
      ['2026-11-23', 'own model 9 → 10'],
    ]);
  });

  it('have no place before the first week', () => {
    const changes = ['2026-11-01', '2026-11-12'].map((day) => change(day, ['flash-2', 7], ['flash-2', 8]));

    expect(marks(changes)).toMatchObject([
      { at: undefined, place: undefined },
      { at: 3 / 14, place: { line: 0, isBefore: false } },
    ]);
    expect(marks(changes, 'gemini', []).map(({ at, place }) => [at, place])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
