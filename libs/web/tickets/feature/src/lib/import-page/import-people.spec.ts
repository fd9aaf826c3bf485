import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import { CHECK, choose, openReview, requestedCheck, requestedImport, verifyRequests } from '../../testing/import-page';

afterEach(verifyRequests);

const REQUESTER = { email: 'ada@example.com', name: 'Ada Brandt' };

/** A check of a file with columns for people and teams, and two for tags. */
function checkOf(leftOut: object = {}, requester: object | undefined = REQUESTER): object {
  return {
    ...CHECK,
    reading: {
      ...CHECK.reading,
      columns: [
        { name: 'Betreff', field: 'title', reason: 'synonym' },
        { name: 'Anfrager', field: 'requester', reason: 'synonym' },
        { name: 'Bearbeiter', field: 'assignee', reason: 'synonym' },
        { name: 'Gruppe', field: 'team', reason: 'synonym' },
        { name: 'Tag 1', field: 'tags', reason: 'synonym' },
        { name: 'Tag 2', field: 'tags', reason: 'synonym' },
        { name: 'Raum', reason: 'unknown' },
      ],
      left_out: { ...CHECK.reading?.left_out, ...leftOut },
    },
    check: {
      ...CHECK.check,
      tickets: [{ ...CHECK.check?.tickets[0], requester, assignee: 'Lee', tags: ['laser', 'vip'] }],
    },
  };
}

const rowOf = (field: string) => findByText('docket-column-fields tr', field).textContent;

it('shows the requester and the tags of the first tickets', async () => {
  await openReview(checkOf());

  expect(findByText('docket-ticket-preview li', 'Drucker').textContent).toContain('Ada Brandt');
  expect([...document.querySelectorAll('docket-ticket-preview .tag')].map(({ textContent }) => textContent)).toEqual([
    'laser',
    'vip',
  ]);
  expect(rowOf('Requester')).toContain('Ada Brandt');
  expect(rowOf('Assignee')).toContain('Lee');
  expect(rowOf('Team')).not.toContain('No team');
  expect(rowOf('Tags')).toContain('laser, vip');
  expect(rowOf('Requester email')).toContain('The address next to the name, if there is one');
  expect(pageText()).toContain('Not used: Raum');
  expect(pageText()).not.toContain('without an email address');
});

it('shows an address that has no name', async () => {
  await openReview(checkOf({}, { email: 'ada@example.com' }));

  expect(findByText('docket-ticket-preview li', 'Drucker').textContent).toContain('ada@example.com');
  expect(rowOf('Requester')).toContain('ada@example.com');
});

it('lets a person choose their columns', async () => {
  await openReview(checkOf());

  choose('Column of Requester email', 'Raum');
  (await requestedCheck()).flush(checkOf());
  choose('Column of Tags', '-');

  const check = await requestedCheck();
  expect(check.request.params.getAll('map')).toEqual(['requester_email=Raum', 'tags=-']);
  check.flush(CHECK);
});

it('says what is left out, before and after the import', async () => {
  await openReview(checkOf({ requester: 1 }));
  expect(pageText()).toContain('1 row names its requester without an email address: that ticket has no requester.');
  expect(pageText()).not.toContain('more than 10 tags');

  findByText('button', 'Import 2 tickets').click();
  (await requestedImport()).flush({
    imported: 1300,
    rejected: 0,
    errors: [],
    reading: { ...CHECK.reading, left_out: { requester: 1250, assignee: 3, team: 1, tags: 2 } },
  });

  await eventually(() => expect(pageText()).toContain('1,250 rows name their requester without an email address'));
  expect(pageText()).toContain('3 rows have assignees that Docket does not know');
  expect(pageText()).toContain('1 row has a team that Docket does not have: that ticket has no team.');
  expect(pageText()).toContain('2 rows have more than 10 tags, or one of more than 40 characters');
});
