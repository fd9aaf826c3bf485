import { sendFile, storedTickets } from '../../../testing/import-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=low&default_description=title&time_zone=Europe/Berlin';
const CREATED = '2024-03-12T08:41:07.000Z';

/** Documents as the APIs of desks answer, with the ticket that each of them has. */
const DOCUMENTS: readonly (readonly [string, object, object])[] = [
  [
    'ServiceDesk Plus, whose first array is not that of the tickets',
    {
      response_status: [{ status_code: 2000, status: 'success' }],
      list_info: { has_more_rows: false },
      requests: [
        {
          id: '100',
          subject: 'Badge reader dead',
          description: '<div>Door 4</div>',
          status: { id: '3', name: 'Onhold' },
          priority: { id: '4', name: 'High' },
          created_time: { display_value: 'Mar 12, 2024 09:41 AM', value: '1710232867000' },
        },
      ],
    },
    {
      external_id: '100',
      title: 'Badge reader dead',
      description: 'Door 4',
      status: 'in_progress',
      priority: 'high',
      created_at: CREATED,
    },
  ],
  [
    'Phabricator, whose priority has a number and a word',
    {
      result: {
        data: [
          {
            id: 41,
            type: 'TASK',
            fields: {
              name: 'Build fails',
              description: { raw: 'On arm' },
              status: { value: 'resolved', name: 'Resolved', 'color.ansi': null },
              priority: { value: 80, name: 'High', color: 'red' },
              dateCreated: 1710232867,
            },
          },
        ],
        cursor: { limit: 100 },
      },
      error_code: null,
    },
    {
      external_id: '41',
      title: 'Build fails',
      description: 'On arm',
      status: 'resolved',
      priority: 'high',
      created_at: CREATED,
    },
  ],
  [
    'OpenProject, whose labels are titles of links',
    {
      _type: 'Collection',
      total: 1,
      _embedded: {
        elements: [
          {
            _type: 'WorkPackage',
            id: 1528,
            subject: 'Gate stays open',
            description: { format: 'markdown', raw: 'Since **noon**', html: '<p>Since <strong>noon</strong></p>' },
            createdAt: '2024-03-12T08:41:07.000Z',
            _links: {
              status: { href: '/api/v3/statuses/7', title: 'In progress' },
              priority: { href: '/api/v3/priorities/9', title: 'High' },
              project: { href: '/api/v3/projects/3', title: 'Desk' },
            },
          },
        ],
      },
    },
    {
      external_id: '1528',
      title: 'Gate stays open',
      description: 'Since **noon**',
      status: 'in_progress',
      priority: 'high',
      created_at: CREATED,
    },
  ],
  [
    'BMC Helix, whose short description is called Description',
    {
      entries: [
        {
          values: {
            'Incident Number': 'INC301',
            Description: 'Mail client crashes',
            'Detailed Decription': 'It closes at start',
            Status: 'Pending',
            Priority: 'Critical',
            'Submit Date': '2024-03-12T08:41:07.000+0000',
          },
          _links: { self: [{ href: 'https://helix.example' }] },
        },
      ],
    },
    {
      external_id: 'INC301',
      title: 'Mail client crashes',
      description: 'It closes at start',
      status: 'in_progress',
      priority: 'critical',
      created_at: CREATED,
    },
  ],
  [
    'Firestore, whose documents have a path called name',
    {
      documents: [
        {
          name: 'projects/p/databases/(default)/documents/tickets/abc',
          fields: {
            title: { stringValue: 'Valve' },
            description: { stringValue: 'It leaks' },
            status: { stringValue: 'closed' },
            priority: { stringValue: 'high' },
            created: { timestampValue: '2024-03-12T08:41:07Z' },
          },
          updateTime: '2024-03-13T08:41:07Z',
        },
      ],
    },
    { title: 'Valve', description: 'It leaks', status: 'closed', priority: 'high', created_at: CREATED },
  ],
  [
    'TOPdesk',
    [
      {
        id: 'cd4a',
        briefDescription: 'Beamer',
        request: 'Geen beeld',
        callDate: '2024-03-12T09:41:07.000+0100',
        processingStatus: { id: 'y', name: 'In progress' },
        priority: { id: 'z', name: 'High' },
      },
    ],
    { title: 'Beamer', description: 'Geen beeld', status: 'in_progress', priority: 'high', created_at: CREATED },
  ],
  [
    'Intercom, tickets',
    {
      type: 'ticket.list',
      tickets: [
        {
          id: '494',
          ticket_attributes: { _default_title_: 'Broken', _default_description_: 'In pieces' },
          ticket_state: 'waiting_on_customer',
          created_at: 1710232867,
        },
      ],
    },
    { external_id: '494', title: 'Broken', description: 'In pieces', status: 'in_progress', created_at: CREATED },
  ],
  [
    'Help Scout',
    { _embedded: { conversations: [{ id: 101, subject: 'Loop', preview: 'Hello', tags: [{ id: 9, tag: 'vip' }] }] } },
    { external_id: '101', title: 'Loop', description: 'Hello', tags: ['vip'] },
  ],
  [
    'Znuny, with the articles of a ticket',
    {
      Ticket: [
        {
          TicketID: '1',
          Title: 'Welcome',
          State: 'pending reminder',
          Priority: '4 high',
          Article: [
            { Subject: 'Welcome', Body: 'Hi' },
            { Subject: 'Re: Welcome', Body: 'Hello' },
          ],
        },
      ],
    },
    { external_id: '1', title: 'Welcome', description: 'Hi', status: 'in_progress', priority: 'high' },
  ],
  [
    'Freshdesk, an export of the account',
    [
      {
        helpdesk_ticket: {
          id: 1,
          subject: 'Late',
          description: 'Since Monday',
          status: 6,
          status_name: 'Waiting on Customer',
          priority: 4,
          priority_name: 'Urgent',
        },
      },
    ],
    { title: 'Late', description: 'Since Monday', status: 'in_progress', priority: 'critical' },
  ],
];

describe('the import of what the API of a desk answers', () => {
  it.each(DOCUMENTS)('understands %s', async (_desk, document, ticket) => {
    const response = await sendFile(api, 'application/json', JSON.stringify(document), `?${DEFAULTS}`);

    expect(response.json()).toMatchObject({ imported: 1, rejected: 0, errors: [] });
    expect(await storedTickets(api)).toMatchObject([ticket]);
  });
});
