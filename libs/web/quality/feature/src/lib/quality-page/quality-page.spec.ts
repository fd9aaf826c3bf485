import { openPage, startPage, verifyRequests } from '../../testing/quality-page';
import { EMPTY_REPORT, REPORT, few, measured } from '../../testing/report';

afterEach(verifyRequests);

describe('the figures', () => {
  it('say the range, the number of suggestions, and how many were not recorded', async () => {
    const { text } = await openPage();

    expect(text('header')).toContain('28 Oct to 26 Nov · 3,264 suggestions, 3 not recorded');
  });

  it('say nothing of lost suggestions without any', async () => {
    const { text } = await openPage({ ...REPORT, dropped: 0, recorded: 1 });

    expect(text('header')).toContain('· 1 suggestion');
    expect(text('header')).not.toContain('not recorded');
  });

  it('begin with the blind accuracy, and have n and an interval', async () => {
    const { text } = await openPage();

    expect(text('docket-blind-card')).toBe(
      'Blind accuracy 84.4 % 78.9 to 88.7 %, n = 212 50 % 100 % ' +
        '179 of 212 tickets that people sorted alone, the suggestion hidden from them.',
    );
    expect(text('docket-measure-card')).toBe(
      'Accepted as shown 91.5 % 90.4 to 92.4 %, n = 2,986 7 points over blind | ' +
        'Critical tickets found 80.5 % 66.0 to 89.8 %, n = 41 Of 47 called critical , 33 were | ' +
        'Docket itself, same 212 81.1 % 75.3 to 85.8 %, n = 212 No clear difference (p = 0.31)',
    );
  });

  it('are none where the tickets are too few', async () => {
    const { text } = await openPage({
      ...REPORT,
      blind: few(18),
      comparison: { ...few(0), provider: 'local', p: null },
      critical: { recall: few(3), precision: few(2) },
    });

    expect(text('docket-blind-card')).toContain('too few (n = 18)');
    expect(text('docket-blind-card')).not.toMatch(/\d %/);
    expect(text('docket-measure-card')).toMatch(/found too few \(n = 3\) \| Docket itself, same 0 none yet$/);
  });

  it('show a share of 0 as a figure', async () => {
    const { text } = await openPage({ ...REPORT, blind: measured(0, 40, 0, 0, 0.088) });

    expect(text('docket-blind-card')).toContain('0.0 % 0.0 to 8.8 %, n = 40 0 % 100 %');
  });

  it('name the setting of the blind share if nothing was hidden', async () => {
    const { text } = await openPage({ ...REPORT, blind: few(0) });

    expect(text('docket-blind-card')).toContain('CLASSIFY_BLIND_SHARE');
  });

  it('leave out how sure the model was, if it never said so', async () => {
    const { element } = await openPage({ ...REPORT, calibration: [], ece: null });

    expect(element.querySelector('docket-confusion-card')).not.toBeNull();
    expect(element.querySelector('docket-calibration-card')).toBeNull();
  });

  it('never show an unknown cost as 0', async () => {
    const { text } = await openPage({ ...REPORT, cost: { micros: 0, priced_calls: 0, unpriced_calls: 12 } });

    expect(text('docket-fallbacks-card')).toContain('Cost Unknown The cost of 12 calls is unknown.');
  });

  it('say nothing of a budget that there is not', async () => {
    const { text } = await openPage({ ...REPORT, budget: { micros: 4_180_000, limit_micros: null } });

    expect(text('docket-fallbacks-card')).not.toContain('Budget');
  });

  it('go by the ids of teams if their names could not be loaded', async () => {
    const { respond, text } = await startPage('', { teams: 'missing' });
    await respond();

    expect(text('docket-groups-card li')).toContain('Team 1 83.0 %');
    expect(text('[aria-label=Team]')).toBe('Team All');
  });
});

describe('the states of the page', () => {
  it('announces that the figures load', async () => {
    const { respond, text } = await startPage();
    expect(text('[role=status]')).toBe('Loading the figures…');

    await respond();

    expect(text()).not.toContain('Loading');
  });

  it('says what will be here, and which settings decide, while the ledger is empty', async () => {
    const { element, text } = await openPage(EMPTY_REPORT);

    expect(text('docket-empty-state')).toMatch(/^No suggestions yet .*CLASSIFIER sets .*CLASSIFY_BLIND_SHARE sets/);
    expect(element.querySelector('docket-quality-figures')).toBeNull();
    expect(text('button')).not.toContain('CSV');
  });

  it('leads back to all teams if a filter leaves nothing', async () => {
    const { press, respond, text, url } = await openPage(EMPTY_REPORT, '?team=3&days=7');
    expect(text('docket-empty-state')).toContain('No suggestions in these days');

    press('all teams');

    expect(await respond()).toBe('');
    expect(url()).toBe('/quality');
    expect(text('docket-blind-card')).toContain('84.4 %');
  });

  it('says that the figures could not be loaded, and tries again', async () => {
    const { fail, press, respond, text } = await startPage();
    await fail(503);
    expect(text('docket-error-state')).toContain('The figures could not be loaded');
    expect(text('docket-error-state')).toContain('r-7');

    press('Try again');
    await respond();

    expect(text('docket-blind-card')).toContain('84.4 %');
  });

  it('keeps the figures while offline, says that they may be old, and loads them when the connection is back', async () => {
    const { fail, respond, text } = await openPage();

    window.dispatchEvent(new Event('online'));
    await fail(0);
    expect(text('docket-stale-notice')).toContain('Offline since');
    expect(text('docket-blind-card')).toContain('84.4 %');

    window.dispatchEvent(new Event('online'));
    await respond({ ...REPORT, blind: measured(180, 213, 0.845, 0.79, 0.888) });
    expect(text('docket-stale-notice')).toBe('');
    expect(text('docket-blind-card')).toContain('84.5 %');
  });

  it('shows no figures of another filter when those of the chosen one could not be loaded', async () => {
    const { choose, element, fail, text } = await openPage();

    await choose('Field', 'Priority');
    await fail(503);

    expect(text('docket-error-state')).toContain('The figures could not be loaded');
    expect(element.querySelector('docket-quality-figures')).toBeNull();
  });
});

describe('the filter', () => {
  it('comes from the URL', async () => {
    const { respond, text } = await startPage('?team=3&provider=local&field=priority&days=30');

    expect(await respond({ ...REPORT, provider: 'local', field: 'priority' })).toBe(
      'field=priority&team=3&provider=local',
    );
    expect(text('docket-quality-filters mat-select')).toBe(
      'Last 30 days | Field Priority | Team Identity | By Docket itself',
    );
  });

  it('has all its places from the start, so that nothing moves when names and figures arrive', async () => {
    const { element, respond, text } = await startPage('', { teams: 'missing' });
    const places = () => element.querySelectorAll('docket-quality-filters mat-select, .csv').length;

    expect(text('[aria-label=Team]')).toBe('Team All');
    expect(places()).toBe(5);

    await respond();

    expect(places()).toBe(5);
  });

  it('goes to the URL, and keeps the other choices', async () => {
    const { choose, respond, text, url } = await openPage(REPORT, '?field=priority');

    await choose('Team', 'Identity');

    expect(await respond()).toBe('field=priority&team=3');
    expect(url()).toBe('/quality?field=priority&team=3');

    await choose('Team', 'All');

    expect(await respond()).toBe('field=priority');
    expect(text('[aria-label=Team]')).toBe('Team All');
  });

  it('asks for as many days as chosen, today included', async () => {
    const { choose, respond, url } = await openPage();

    await choose('Days', 'Last 7 days');

    const from = new Date(Date.now() - 6 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(await respond()).toBe(`from=${from}`);
    expect(url()).toBe('/quality?days=7');
  });

  it('shows whose suggestions the API chose to measure', async () => {
    const { text } = await openPage({ ...REPORT, provider: 'local' });

    expect(text('[aria-label=By]')).toBe('By Docket itself');
  });

  it('keeps a team that is gone', async () => {
    const { text } = await openPage(REPORT, '?team=77');

    expect(text('[aria-label=Team]')).toBe('Team 77');
  });
});

it('saves the figures as CSV', async () => {
  const files: Blob[] = [];
  const saved: string[] = [];
  Object.assign(URL, {
    createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const { press } = await openPage();

  press('CSV');

  expect(saved).toEqual(['docket-quality-2026-10-28-to-2026-11-26.csv']);
  expect(files[0]?.type).toBe('text/csv;charset=utf-8');
});
