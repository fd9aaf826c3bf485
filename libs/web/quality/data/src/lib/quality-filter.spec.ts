import { DEFAULT_QUALITY, readQualityFilter, toQualityParams, toQualityRequest } from './quality-filter';

it('reads a filter from the URL', () => {
  expect(readQualityFilter({ days: '90', field: 'priority', team: '7', provider: 'local' })).toEqual({
    days: 90,
    field: 'priority',
    team: 7,
    provider: 'local',
  });
});

it.each([
  ['days', '31'],
  ['days', '-7'],
  ['field', 'status'],
  ['team', '0'],
  ['team', '9999999999'],
  ['team', '1 OR 1=1'],
  ['provider', 'somebody'],
])('ignores %s=%s', (name, value) => {
  expect(readQualityFilter({ [name]: value })).toEqual(DEFAULT_QUALITY);
});

it('writes only what differs from the default', () => {
  expect(toQualityParams(DEFAULT_QUALITY)).toEqual({ days: null, field: null, team: null, provider: null });
  expect(toQualityParams({ days: 365, field: 'priority', team: 7, provider: 'gemini' })).toEqual({
    days: '365',
    field: 'priority',
    team: '7',
    provider: 'gemini',
  });
});

it('asks for a range that includes today', () => {
  const now = Date.parse('2026-11-28T23:30:00Z');

  expect(toQualityRequest(DEFAULT_QUALITY, now)).toEqual({});
  expect(toQualityRequest({ ...DEFAULT_QUALITY, days: 7, team: 2 }, now)).toEqual({ from: '2026-11-22', team: '2' });
});
