import { openPage, verifyRequests } from '../../testing/quality-page';
import { EMPTY_REPORT, REPORT, few } from '../../testing/report';

afterEach(verifyRequests);

it('shows what people chose against what was suggested, and how many were found', async () => {
  const { rows } = await openPage();

  expect(rows('docket-confusion-card').slice(1)).toEqual([
    ['chosen', 'suggested Technical', 'suggested Billing', 'suggested Account', 'suggested General', 'found'],
    ['Technical', '60', '2', '4', '2', '88 %'],
    ['Billing', '3', '46', '3', '2', '85 %'],
    ['Account', '4', '3', '40', '2', '82 %'],
    ['General', '3', '2', '3', '33', '80 %'],
  ]);
});

it('says that a value has too few tickets for a share', async () => {
  const { rows } = await openPage({ ...REPORT, confusion: [{ chosen: 'billing', suggested: 'billing', n: 29 }] });

  expect(rows('docket-confusion-card')[2]).toEqual(['Billing', '29', '0', '0', '0', 'too few (n = 29)']);
});

it('lists teams and ways in, and the time of an answer', async () => {
  const { text } = await openPage();

  expect(text('docket-groups-card li, docket-groups-card .time')).toBe(
    'Team Support 83.0 % 74 to 89 % n = 100 | No team 86.2 % 78 to 92 % n = 94 | Team Identity too few (n = 18) | ' +
      'API 84.3 % 77 to 89 % n = 140 | Form 84.7 % 75 to 91 % n = 72 | Answer time half in 0.9 s, 95 % in 2.6 s n = 3,098',
  );
});

it('has no time of an answer for too few requests, and none without any', async () => {
  const latency = { n: 29, p50: null, p95: null };
  const { text, choose, respond } = await openPage({ ...REPORT, latency });
  expect(text('docket-groups-card .time')).toBe('Answer time too few (n = 29)');

  await choose('Field', 'Priority');
  await respond({ ...REPORT, latency: { ...latency, n: 0 } });
  expect(text('docket-groups-card .time')).toBe('');
});

it('leaves the smallest of many teams to the table', async () => {
  const teams = Array.from({ length: 20 }, (_, index) => ({ ...few(index + 1), team_id: index + 100 }));
  const { text } = await openPage({ ...REPORT, teams });

  expect(text('docket-groups-card li')).toMatch(
    /^Team 119 .*Team 114 .*API .*Form .*14 more teams are in the table\.$/,
  );
  expect(text('docket-groups-card li')).not.toContain('Team 113');
});

it('marks a week with too few tickets, and the changes of model and prompt', async () => {
  const { element, text } = await openPage();

  expect(text('docket-weeks-card h2')).toBe('Blind accuracy by week');
  expect(text('docket-weeks-card header')).toContain('%, axis from 50');
  expect(element.querySelectorAll('docket-weeks-chart circle')).toHaveLength(3);
  expect(text('.few .words')).toBe('too few | (n = 18)');
  const band = element.querySelector<HTMLElement>('docket-weeks-chart .few');
  expect(band?.style.left).toBe('60%'); // the fourth of five weeks
  const titles = [...element.querySelectorAll('docket-weeks-chart [title]')].map((each) => each.getAttribute('title'));
  expect(titles).toContain('16 Nov 2026: too few (n\u00a0=\u00a018)');
  expect(titles).toContain('9 Nov 2026: 90.3\u00a0%, 81.3 to 95.2\u00a0%, n\u00a0=\u00a072');
  expect(text('docket-weeks-card li')).toBe('30 Oct 2026 prompt 7 → 8 | 9 Nov 2026 model flash-2 → flash-3');
  expect(text('docket-weeks-card .drift')).toBe(
    'The mix of categories differs from the weeks before it in the week of 16 Nov 2026 (PSI 0.31).',
  );
  expect(text('docket-weeks-card')).toContain('The last measured week, from 9 Nov 2026: 90.3 %, n = 72.');
});

it('says why the model gave no suggestion', async () => {
  const { element, text } = await openPage();

  expect(text('docket-fallbacks-card h2')).toBe('Fell back: 51 of 3,264 (1.6 %)');
  expect(text('docket-fallbacks-card li')).toBe('Timed out 31 | Rate limited 14 | Paused by errors 6');
  // Bounds the height of the card in a tall window. jsdom has no layout to measure.
  expect(element.querySelector<HTMLElement>('docket-fallbacks-card')?.style.getPropertyValue('--docket-rows')).toBe(
    '3',
  );
  expect(text('.cost')).toBe(
    'Cost 4.18 3,186 priced calls , in the unit of the prices. The cost of 12 calls is unknown. Budget of this month 4.18 of 20.00 ' +
      'Since 1 Nov, of all teams: suggestions , drafts and summaries',
  );
});

it.each([
  ['What people chose', 'docket-confusion-card', ['Technical', 'Billing', '2', '2.9 %']],
  ['How sure', 'docket-calibration-card', ['40 to 50 %', '45.0 %', 'too few', '', '18']],
  ['By team', 'docket-groups-card', ['No team', '86.2 %', '78.0 to 92.0 %', '94']],
  ['Blind accuracy by week', 'docket-weeks-card', ['23 Nov 2026', 'none yet', '', '0', '']],
  ['Fell back', 'docket-fallbacks-card', ['Rate limited', '14']],
])('shows the chart "%s" as a table', async (name, card, row) => {
  const { click, element, rows } = await openPage();

  await click(new RegExp(`^Table: ${name}`));

  expect(rows(card)).toContainEqual(row);
  expect(element.querySelector(`${card} svg`)).toBeNull();
  expect(element.querySelector(`${card} [aria-pressed=true]`)).not.toBeNull();
});

it('has words in place of charts without blind suggestions', async () => {
  const { text } = await openPage({ ...EMPTY_REPORT, recorded: 12 });

  expect(text('docket-confusion-card')).toContain('Here will stand which values are mistaken for which.');
  expect(text('docket-groups-card')).toContain('No ticket was sorted with the suggestion hidden.');
  expect(text('docket-weeks-card')).toContain('No ticket was sorted with the suggestion hidden.');
  expect(text('docket-fallbacks-card')).toContain('The model answered every request.');
  expect(text()).not.toMatch(/NaN|undefined|null/);
});

describe('a figure leads to its suggestions:', () => {
  const DAYS = 'from=2026-10-28&to=2026-11-26&provider=gemini';
  const hrefs = (element: HTMLElement, within: string) =>
    [...element.querySelectorAll(`${within} a`)].map((link) => link.getAttribute('href'));

  it('a cell of the confusion, by its number', async () => {
    const { element } = await openPage();

    const links = element.querySelectorAll<HTMLAnchorElement>('docket-confusion-card a');

    expect(links).toHaveLength(16);
    expect(links[1]?.getAttribute('aria-label')).toBe('2 chosen Technical, suggested Billing');
    expect(links[1]?.getAttribute('href')).toBe(
      `/quality/suggestions?${DAYS}&role=blind&suggested=billing&chosen=technical`,
    );
  });

  it('no link where no ticket is', async () => {
    const { element } = await openPage({ ...REPORT, confusion: [{ chosen: 'billing', suggested: 'account', n: 1 }] });

    expect(hrefs(element, 'docket-confusion-card')).toEqual([
      `/quality/suggestions?${DAYS}&role=blind&suggested=account&chosen=billing`,
    ]);
  });

  it('a reason of fallbacks, in the team of the report', async () => {
    const { element } = await openPage(REPORT, '?team=3');

    expect(hrefs(element, 'docket-fallbacks-card')[0]).toBe(`/quality/suggestions?${DAYS}&team=3&outcome=timeout`);
  });

  it('the calls of a known and of an unknown cost, which are those of the language model, whatever is measured', async () => {
    const { element } = await openPage({ ...REPORT, provider: 'local' }, '?team=3');

    expect(hrefs(element, 'docket-fallbacks-card .cost').slice(0, 2)).toEqual(
      ['priced', 'unpriced'].map((call) => `/quality/suggestions?${DAYS}&team=3&call=${call}`),
    );
  });

  it('no calls if nothing was asked', async () => {
    const budget = { micros: 0, limit_micros: 20_000_000 };
    const cost = { micros: 0, priced_calls: 0, unpriced_calls: 0 };
    const { element, text } = await openPage({ ...REPORT, cost, budget });

    expect(hrefs(element, 'docket-fallbacks-card .cost')).toEqual([]);
    expect(text('.cost p')).toMatch(/^Nothing was asked of the model\./);
  });

  it('the budget, to the calls of its month for suggestions and for texts, of all teams', async () => {
    const { element, text } = await openPage({ ...REPORT, provider: 'local', field: 'priority' }, '?team=3');

    expect(text('.cost')).toContain('4.18 of 20.00 Since 1 Nov, of all teams: suggestions , drafts and summaries');
    expect(hrefs(element, 'docket-fallbacks-card .cost').slice(2)).toEqual([
      '/quality/suggestions?from=2026-11-01&to=2026-11-26&provider=gemini&call=priced',
      '/quality/suggestions?list=texts&from=2026-11-01&to=2026-11-26&call=priced',
    ]);
  });

  it('the time of an answer, which is that of the language model, whatever is measured', async () => {
    const latency = { n: 29, p50: null, p95: null };
    const { element } = await openPage({ ...REPORT, provider: 'local', latency }, '?team=3');

    expect(hrefs(element, 'docket-groups-card .time')).toEqual([`/quality/suggestions?${DAYS}&team=3&call=waited`]);
  });

  it('a week, cut at the ends of the report', async () => {
    const { click, element } = await openPage();
    const chart = hrefs(element, 'docket-weeks-chart');

    expect(chart).toHaveLength(4);
    expect(chart[0]).toBe('/quality/suggestions?from=2026-10-28&to=2026-11-01&provider=gemini&role=blind');

    await click(/^Table: Blind accuracy by week/);
    expect(hrefs(element, 'docket-figures-table')).toEqual(chart.toReversed());
  });

  it('a team and a way in, also of no team', async () => {
    const { element } = await openPage();

    expect(hrefs(element, 'docket-groups-card')).toEqual(
      [
        'team=1&role=blind',
        'team=none&role=blind',
        'team=3&role=blind',
        'surface=api&role=blind',
        'surface=form&role=blind',
        'call=waited',
      ].map((figure) => `/quality/suggestions?${DAYS}&${figure}`),
    );
  });

  it('a way in, in the team of the report', async () => {
    const { element } = await openPage(REPORT, '?team=3');

    expect(hrefs(element, 'docket-groups-card')).toContain(
      `/quality/suggestions?${DAYS}&team=3&surface=form&role=blind`,
    );
  });

  it('a tenth of the confidence, as the trained model suggested, whatever is measured', async () => {
    const { element } = await openPage({ ...REPORT, field: 'priority' });

    expect(hrefs(element, 'docket-calibration-card')).toEqual(
      ['0.4', '0.8', '0.9'].map(
        (confidence) => `/quality/suggestions?from=2026-10-28&to=2026-11-26&provider=local&confidence=${confidence}`,
      ),
    );
  });

  it('the measures on top, by their number of cases', async () => {
    const { element } = await openPage();

    expect(hrefs(element, 'docket-blind-card')).toEqual([`/quality/suggestions?${DAYS}&role=blind`]);
    const days = 'from=2026-10-28&to=2026-11-26';
    const critical = 'field=priority&provider=gemini&role=blind&suggested=critical';
    expect(hrefs(element, 'docket-measure-card')).toEqual([
      `/quality/suggestions?${DAYS}&role=shown`,
      `/quality/suggestions?${days}&field=priority&provider=gemini&role=alone&chosen=critical`,
      `/quality/suggestions?${days}&${critical}`,
      `/quality/suggestions?${days}&${critical}&chosen=critical`,
      `/quality/suggestions?${days}&provider=local&role=compared`,
    ]);
  });

  it('measures of too few cases, but not of none', async () => {
    const comparison = { ...few(0), provider: 'local' as const, p: null };
    const { element } = await openPage({ ...REPORT, blind: few(18), acceptance: few(0), comparison });

    expect(hrefs(element, 'docket-blind-card')).toEqual([`/quality/suggestions?${DAYS}&role=blind`]);
    expect(hrefs(element, 'docket-measure-card')).toHaveLength(3); // those of critical tickets
  });

  it.each([
    ['How sure', 'docket-calibration-card', 3],
    ['By team', 'docket-groups-card', 6], // with the time of an answer
    ['What people chose', 'docket-confusion-card', 16],
    ['Fell back', 'docket-fallbacks-card', 7], // with the costs and the budget
  ])('the same in the table "%s"', async (name, card, count) => {
    const { click, element } = await openPage();
    const chart = hrefs(element, card);

    await click(new RegExp(`^Table: ${name}`));

    expect(chart).toHaveLength(count);
    expect(hrefs(element, card)).toEqual(chart);
  });
});
