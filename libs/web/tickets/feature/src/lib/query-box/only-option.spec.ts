import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { press, queryField, typeQuery } from '../../testing/elements';
import { leaveCompletions } from '../../testing/known-requesters';
import { THREE, openList, requested, verifyRequests } from '../../testing/tickets-page';

beforeEach(leaveCompletions);
afterEach(verifyRequests);

const options = () => [...document.querySelectorAll('docket-query-box [role=option]')];
const texts = () => options().map((option) => option.querySelector('span')?.textContent);

async function openBox() {
  await openList();
  await eventually(queryField);
}

describe('Enter after the beginning of a name', () => {
  const PEOPLE = [
    { id: 1, name: 'Mireille Dubois' },
    { id: 2, name: 'Vladimir Petrov' },
    { id: 3, name: 'Ana Ruiz' },
    { id: 4, name: 'Anatol' },
    { id: 5, name: 'Ana' },
  ];
  /** Types a text, and Enter. Returns the text that is then searched for. */
  const search = async (text: string) => {
    typeQuery(text);
    press('Enter', queryField());
    const http = TestBed.inject(HttpTestingController);
    const list = await eventually(() =>
      http.expectOne(({ urlWithParams }) => urlWithParams.startsWith('/api/tickets?q=')),
    );
    list.flush(THREE);
    return new URL(list.request.urlWithParams, 'https://desk.example').searchParams.get('q');
  };

  it.each([
    ['assignee:mir', 'assignee:"Mireille Dubois"'], // Vladimir only contains it
    ['assignee:dub', 'assignee:"Mireille Dubois"'],
    ['status:open -assignee:3,VLADIMIR', 'status:open -assignee:3,"Vladimir Petrov"'],
    ['assignee:m', 'assignee:m'], // or me
    ['assignee:anat', 'assignee:Anatol'],
    ['assignee:ana', 'assignee:ana'], // a name
    ['assignee:4', 'assignee:4'],
    ['assignee:me', 'assignee:me'],
    ['assignee:"mir"', 'assignee:"mir"'],
    ['assignee:zz', 'assignee:zz'],
    ['assignee:mir refund', 'assignee:mir refund'],
    ['mir', 'mir'],
  ])('searches for %s as %s', async (text, searched) => {
    await openBox();
    typeQuery('assignee:');
    (await requested('/api/assignees')).flush(PEOPLE);
    await eventually(() => expect(texts()).toContain('Anatol'));

    expect(await search(text)).toBe(searched);
    expect(document.activeElement).not.toBe(queryField());
  });

  it('takes the typed text while the names load, and after Escape', async () => {
    await openBox();
    typeQuery('assignee:no');
    const names = await requested('/api/assignees');
    expect(await search('assignee:no')).toBe('assignee:no'); // Nora may exist
    names.flush(PEOPLE);

    typeQuery('assignee:mir');
    await eventually(() => expect(options()).toHaveLength(2));
    press('Escape', queryField());
    press('Enter', queryField());

    (await requested('/api/tickets?q=assignee:mir')).flush(THREE);
    expect(queryField().value).toBe('assignee:mir');
  });

  it.each([
    [['retry', 'refund'], 'tag:re'],
    [['refund'], 'tag:refund'],
    [['re', 'refund'], 'tag:re'],
  ])('completes a tag if only one of %j begins so', async (tags, searched) => {
    await openBox();
    typeQuery('tag:re');
    (await requested('/api/tags?prefix=re')).flush(tags.map((name) => ({ name, count: 2 })));
    await eventually(() => expect(texts()).toEqual([...tags].sort()));

    press('Enter', queryField());

    (await requested(`/api/tickets?q=${searched}`)).flush(THREE);
    expect(queryField().value.trim()).toBe(searched);
  });
});
