import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type ImportOptions, ImportsApi } from './imports-api';

const OPTIONS: ImportOptions = {
  defaultCategory: 'general',
  defaultPriority: 'medium',
  map: ['title=Kurz & gut', 'priority.P1=critical'],
  timeZone: 'Europe/Berlin',
};

function open() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return { api: TestBed.inject(ImportsApi), http: TestBed.inject(HttpTestingController) };
}

it('checks a file with what was corrected', () => {
  const { api, http } = open();
  const content = new Blob(['a']);

  api.check({ content, mediaType: 'text/csv' }, { ...OPTIONS, dateOrder: 'dmy' }, true).subscribe();

  const { request } = http.expectOne(({ url }) => url === '/api/tickets/import/');
  expect(request.body).toBe(content);
  expect(request.params.get('check')).toBe('true');
  expect(request.params.get('partial')).toBe('true');
  expect(request.params.getAll('map')).toEqual(OPTIONS.map);
  expect(request.params.get('date_order')).toBe('dmy');
  expect(request.params.get('default_description')).toBe('title');
});

it('declares only an encoding that a person chose', () => {
  const { api, http } = open();
  const content = new Blob(['a']);

  api.importFile({ content, mediaType: 'text/csv' }, OPTIONS).subscribe();
  api.importFile({ content, mediaType: 'text/csv', encoding: 'windows-1252' }, OPTIONS).subscribe();

  const types = http
    .match(({ url }) => url === '/api/tickets/import/')
    .map(({ request }) => request.headers.get('Content-Type'));
  expect(types).toEqual(['text/csv', 'text/csv; charset=windows-1252']);
});

it('stores the rows of a whole file, and reports the progress', () => {
  const { api, http } = open();

  api.importFile({ content: new Blob(['a']), mediaType: 'text/csv' }, OPTIONS).subscribe();

  const { request } = http.expectOne(({ url }) => url === '/api/tickets/import/');
  expect(request.reportProgress).toBe(true);
  expect(request.params.has('check')).toBe(false);
  expect(request.params.has('date_order')).toBe(false);
});
