import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';
import type { SimilarTicketDto } from './similar-ticket.dto';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database.getRepository(Ticket).insert(OTHERS);
});
afterAll(() => api.close());

const PLACES = ['lobby', 'kitchen', 'basement', 'attic', 'garage', 'office', 'studio', 'library', 'archive', 'terrace'];
const THINGS = ['printer', 'scanner', 'monitor', 'keyboard', 'projector', 'telephone', 'router', 'camera', 'speaker'];
const TROUBLES = ['flickers', 'overheats', 'rattles', 'disconnects', 'freezes', 'smells', 'restarts', 'beeps', 'leaks'];

/** Hundreds of tickets with the same opening and closing. */
const OTHERS = Array.from({ length: 400 }, (_, n) => {
  const [place, thing, trouble] = [PLACES[n % 10], THINGS[n % 9], TROUBLES[(n >> 3) % 9]];
  return aTicket({
    title: `The ${thing} in the ${place} ${trouble}`,
    description: `Hello support team,\n\nplease send a technician to room ${n}: the ${thing} ${trouble} again.\n\nBest regards from the front desk`,
  });
});

async function file(fields: Partial<Ticket>): Promise<number> {
  const { identifiers } = await api.database.getRepository(Ticket).insert(aTicket(fields));
  return (identifiers[0] as { id: number }).id;
}

async function aRequester(email: string): Promise<number> {
  const [{ id }] = await api.database.query<[{ id: number }]>(
    `INSERT INTO requesters (email, name) VALUES ($1, 'Grace') ON CONFLICT (email) DO UPDATE SET email = $1 RETURNING id`,
    [email],
  );
  return id;
}

async function similarTo(payload: {
  description: string;
  title?: string;
  requester_email?: string;
}): Promise<SimilarTicketDto[]> {
  const response = await api.inject({ method: 'POST', url: '/api/tickets/similar', payload });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const idsOf = (found: readonly SimilarTicketDto[]) => found.map(({ id }) => id);

describe('POST /api/tickets/similar/', () => {
  it('finds a reworded duplicate among hundreds, and says by which words', async () => {
    const id = await file({
      title: 'Checkout is down for all users',
      description: 'Each payment ends in a 502 Bad Gateway since this morning. It began right after the release.',
      status: 'in_progress',
    });

    const [first, ...others] = await similarTo({
      title: 'Payments fail at the checkout',
      description: 'Since the release our users see "502 Bad Gateway" when they pay at the checkout.',
    });

    expect(first).toMatchObject({
      id,
      title: 'Checkout is down for all users',
      status: 'in_progress',
      same_requester: false,
    });
    expect(first?.score).toBeGreaterThanOrEqual(0.5);
    expect(first?.shared_words).toEqual(expect.arrayContaining(['checkout', 'gateway']));
    expect(others).toEqual([]);
  });

  it('finds the ticket that an inflected word occurs in', async () => {
    const id = await file({ title: 'Rechnungen doppelt', description: 'Zwei Rechnungen mit Umlagen für Nebenkosten.' });

    const found = await similarTo({ title: 'Doppelte Rechnung', description: 'Die Umlage der Nebenkostenabrechnung.' });

    expect(idsOf(found)).toEqual([id]);
  });

  it('ignores greetings, closings and other words that most tickets have', async () => {
    const found = await similarTo({
      title: 'A question about the team',
      description:
        'Hello support team,\n\nplease send the brochure about saunas again.\n\nBest regards from the front desk',
    });

    expect(found).toEqual([]);
  });

  it.each([
    ['one word', 'gateway'],
    ['two words', 'checkout gateway'],
    ['words that every text has', 'Hello, this is what we have and it is not what they would like, please. Thank you!'],
    ['signs', '… — ??? 👍👍👍 :-('],
    ['short words', 'it is up to us to go on as if no PC is on'],
  ])('finds nothing for %s', async (_what, description) => {
    expect(await similarTo({ description })).toEqual([]);
  });

  it.each([
    [
      'Chinese',
      '发票重复扣款',
      '我的信用卡在十月被重复扣款，请退还其中一笔。',
      '十月的信用卡被重复扣款了，请帮我退还一笔。',
    ],
    [
      'Japanese',
      '請求書の二重請求',
      '十月分のクレジットカード請求が二重になっています。',
      'クレジットカード請求が二重になっているようです。',
    ],
    [
      'Russian',
      'Двойное списание',
      'С моей карты дважды списали оплату подписки.',
      'Подписка: оплату дважды списали с карты.',
    ],
    [
      'Arabic',
      'خصم مزدوج',
      'تم خصم قيمة الاشتراك مرتين من بطاقتي الائتمانية',
      'خصم الاشتراك مرتين من بطاقتي الائتمانية',
    ],
    ['Hindi', 'दोहरा भुगतान', 'मेरे कार्ड से सदस्यता का भुगतान दो बार कट गया', 'सदस्यता का भुगतान कार्ड से दो बार कट गया है'],
    ['Thai', 'เรียกเก็บเงินซ้ำ', 'บัตรเครดิตของฉันถูกเรียกเก็บเงินซ้ำสองครั้ง', 'ถูกเรียกเก็บเงินซ้ำสองครั้งจากบัตรเครดิต'],
    [
      'Turkish',
      'Çift çekim',
      'Kredi kartımdan abonelik ücreti iki kez çekildi.',
      'Abonelik ücreti kredi kartımdan iki kez çekildi!',
    ],
  ])('finds a similar ticket in %s', async (_language, title, description, reworded) => {
    const id = await file({ title, description });

    expect(idsOf(await similarTo({ description: reworded }))).toEqual([id]);
  });

  it('puts the tickets of the same requester of the last days first, and asks less of them', async () => {
    const requesterId = await aRequester('grace@northpeak.example');
    const description = 'The invoice of the marina lists berth seventeen twice, with electricity.';
    const likest = await file({ title: 'Invoice of the marina', description });
    const own = await file({
      title: 'Marina berth',
      description: 'Wrong electricity meter at the jetty, and nobody of the harbour answers the telephone.',
      requesterId,
    });
    const text = { title: 'Invoice of the marina', description };

    expect(idsOf(await similarTo(text))).toEqual([likest]);
    const found = await similarTo({ ...text, requester_email: ' Grace@NorthPeak.example ' });
    expect(found).toMatchObject([
      { id: own, same_requester: true, requester: { email: 'grace@northpeak.example', name: 'Grace' } },
      { id: likest, same_requester: false },
    ]);
  });

  it('asks as much of an older ticket of the same requester as of any other', async () => {
    const requesterId = await aRequester('omar@northpeak.example');
    const createdAt = new Date(Date.now() - 8 * 86_400_000);
    await file({
      title: 'Ferry timetable',
      description: 'Wrong departures at the pier.',
      requesterId,
      createdAt,
    });

    const found = await similarTo({
      title: 'Ferry',
      description: 'The ticket machine of the ferry swallows coins at the pier, and the lamp blinks.',
      requester_email: 'omar@northpeak.example',
    });

    expect(found).toEqual([]);
  });

  it('names at most five tickets, always in the same order', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 8; n++) {
      ids.push(await file({ title: 'Zeppelin hangar', description: 'The anchor winch of the zeppelin is jammed.' }));
    }
    const text = { description: 'The anchor winch of our zeppelin in the hangar is jammed.' };

    const first = await similarTo(text);

    expect(idsOf(first)).toEqual(ids.slice(-5).reverse());
    expect(await similarTo(text)).toEqual(first);
  });

  it('asks less of words the more tickets have them, also of those filed since the last request', async () => {
    const opening = 'Portal request: carousel brochure wanted';
    const id = await file({ title: opening, description: 'harmonica reed broken' });
    const text = { title: opening, description: 'kaleidoscope lens scratched' };
    expect(idsOf(await similarTo(text))).toEqual([id]);

    const others = Array.from({ length: 300 }, (_, n) => aTicket({ title: opening, description: `vine${n} leaf${n}` }));
    await api.database.getRepository(Ticket).insert(others);

    expect(await similarTo(text)).toEqual([]);
  });

  it.each([
    ['of the greatest length', 'a '.repeat(50_000)],
    ['of one long word', 'x'.repeat(100_000)],
    ['of many different words', Array.from({ length: 12_000 }, (_, n) => `w${n.toString(36)}`).join(' ')],
    ['of wildcards', '%%% ___ \\\\\\ %a% _b_ c\\d %%%zeppelin%%% ___hangar___ \\winch'],
    ['of SQL', `'); DROP TABLE tickets; -- " $1 $2 :id {ids} \${words}`],
    ['of marks', `zeppelin ${'e' + '\u0301'.repeat(50_000)}`],
    ['that is cut inside a pair of surrogates', 'a' + '🔥'.repeat(49_999)],
    ['of reversed text', '\u202egnirts \u2066sdrow\u2069 redro'],
  ])('answers for a text %s', async (_what, description) => {
    expect((await similarTo({ description })).length).toBeLessThanOrEqual(5);
  });

  it('compares the beginning of a text only', async () => {
    const id = await file({
      title: 'Glockenspiel',
      description: 'The carillon chimes at midnight, vibrating windows.',
    });
    const text = 'The carillon glockenspiel chimes at midnight and vibrates the windows.';

    expect(idsOf(await similarTo({ description: `${text} ${'!'.repeat(90_000)}` }))).toEqual([id]);
    expect(await similarTo({ description: `${'!'.repeat(90_000)} ${text}` })).toEqual([]);
  });

  it.each([
    ['no description', {}],
    ['a blank description', { description: ' \u200b' }],
    ['too long a description', { description: 'x'.repeat(100_001) }],
    ['too long a title', { title: 'x'.repeat(201), description: 'x' }],
    ['a text that cannot be stored', { description: 'a\u0000b' }],
    ['a requester without an email address', { description: 'x', requester_email: 'grace' }],
    ['null as a requester', { description: 'x', requester_email: null }],
  ])('refuses %s', async (_what, payload) => {
    const response = await api.inject({ method: 'POST', url: '/api/tickets/similar', payload });

    expect(response.statusCode).toBe(400);
  });

  it('stores nothing', async () => {
    const count = () => api.database.getRepository(Ticket).count();
    const before = await count();

    await similarTo({ description: 'The anchor winch is jammed', requester_email: 'nobody@example.com' });

    expect(await count()).toBe(before);
    expect(await api.database.query(`SELECT FROM requesters WHERE email = 'nobody@example.com'`)).toEqual([]);
  });
});

describe('GET /api/tickets/<id>/similar/', () => {
  const get = (id: number | string) => api.inject({ method: 'GET', url: `/api/tickets/${id}/similar` });

  it('finds the tickets similar to a ticket, and not the ticket itself', async () => {
    const description = 'The velodrome scoreboard counts laps backwards.';
    const one = await file({ title: 'Scoreboard', description });
    const other = await file({ title: 'Scoreboard of the velodrome', description });

    expect(idsOf((await get(one)).json())).toEqual([other]);
    expect(idsOf((await get(other)).json())).toEqual([one]);
  });

  it('counts the days of the same requester from the filing of the ticket', async () => {
    const requesterId = await aRequester('lena@northpeak.example');
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const [early, later] = [
      await file({ title: 'Observatory dome', description: 'Shutter squeaks.', requesterId, createdAt: daysAgo(100) }),
      await file({
        title: 'Dome of the observatory',
        description: 'The motor of the shutter is loud, and the telescope drifts in cold nights.',
        requesterId,
        createdAt: daysAgo(96),
      }),
    ];

    expect((await get(later)).json()).toMatchObject([{ id: early, same_requester: true }]);
  });

  it('responds 404 for a missing ticket, and 400 for a malformed id', async () => {
    expect((await get(2_147_483_647)).statusCode).toBe(404);
    expect((await get('x')).statusCode).toBe(400);
  });
});

it('finds for a filed ticket what it found for its text, also in a small desk', async () => {
  const small = await startTestApp();
  try {
    const text = {
      title: 'Caller: checkout fails with 503',
      description: 'On the phone: customers get a 503 at checkout, the shop is down.',
    };
    await small.database.getRepository(Ticket).insert([
      ...PLACES.map((place) => aTicket({ title: place, description: `The ${place} is cold.` })),
      aTicket({
        title: 'Checkout answers 503',
        description: 'Customers get a 503 at the checkout. The shop is down.',
      }),
      aTicket({ title: 'Shop down', description: 'Customers cannot pay at the checkout.' }),
    ]);
    const ofText = await small.inject({ method: 'POST', url: '/api/tickets/similar', payload: text });
    const { identifiers } = await small.database.getRepository(Ticket).insert(aTicket(text));

    const { id } = identifiers[0] as { id: number };
    const ofTicket = await small.inject({ method: 'GET', url: `/api/tickets/${id}/similar` });

    expect(ofText.json()).not.toEqual([]);
    expect(ofTicket.json()).toEqual(ofText.json());
  } finally {
    await small.close();
  }
});

it('finds nothing while an upgrade folds the texts', async () => {
  const upgrading = await startTestApp();
  try {
    await upgrading.database.query(`UPDATE online_changes SET finished_at = NULL WHERE name = 'fold-texts'`);
    await upgrading.database.getRepository(Ticket).insert([aTicket(), aTicket()]);

    const response = await upgrading.inject({ method: 'GET', url: '/api/tickets/1/similar' });

    expect([response.statusCode, response.json()]).toEqual([200, []]);
  } finally {
    await upgrading.close();
  }
});
