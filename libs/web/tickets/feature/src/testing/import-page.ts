import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ImportResult } from '@docket/web/tickets/data/imports';
import { importRoutes } from '../lib/import.routes';
import '../lib/import-page/import-page'; // keeps the first test from waiting for its compilation
import { findByText } from './elements';
import { eventually } from '@docket/web/ui/testing';
import { aFile } from './files';

/** A file of two rows. */
export const CSV = 'Betreff;Prio;Anfrager\nDrucker;Hoch;A\nMaus;P9;B\n';

/** The API's reading of the file. */
export const CHECK: ImportResult = {
  imported: 0,
  rejected: 0,
  errors: [],
  reading: {
    file: { format: 'csv', encoding: 'windows-1252', encoding_guessed: true, separator: ';' },
    columns: [
      { name: 'Betreff', field: 'title', reason: 'synonym' },
      { name: 'Prio', field: 'priority', reason: 'synonym' },
      { name: 'Anfrager', reason: 'unknown' },
    ],
    words: [
      { property: 'priority', word: 'Hoch', label: 'high', reason: 'synonym', rows: 1 },
      { property: 'priority', word: 'P9', label: 'medium', reason: 'default', rows: 1 },
    ],
    defaulted: { category: 2, priority: 1, status: 0, description: 2 },
    left_out: { requester: 0, assignee: 0, team: 0, tags: 0 },
  },
  check: {
    rows: 2,
    importable: 2,
    tickets: [
      { line: 2, title: 'Drucker', description: 'Drucker', category: 'general', priority: 'high', status: 'open' },
      { line: 3, title: 'Maus', description: 'Maus', category: 'general', priority: 'medium', status: 'open' },
    ],
  },
};

@Component({ template: 'the list' })
class ListStub {}

let http: HttpTestingController;

export async function openImportPage() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLocationMocks(),
      provideRouter([
        { path: 'import', children: importRoutes },
        { path: 'tickets', component: ListStub },
      ]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  return RouterTestingHarness.create('/import');
}

/** Opens the page with a successfully checked file. */
export async function openReview(result: object = CHECK): Promise<void> {
  await openImportPage();
  chooseFile(aFile(CSV));
  (await requestedCheck()).flush(result);
  await eventually(() => findByText('h3', 'Columns'));
}

/** Chooses a file, like the browser's dialog. */
export function chooseFile(file: File): void {
  const field = document.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(field, 'files', { configurable: true, value: [file] });
  Object.defineProperty(field, 'value', { configurable: true, value: '', writable: true });
  field.dispatchEvent(new Event('change'));
}

/** The pending check. */
export function requestedCheck(): Promise<TestRequest> {
  return eventually(() => http.expectOne(({ params }) => params.get('check') === 'true'));
}

/** The pending import. */
export function requestedImport(): Promise<TestRequest> {
  return eventually(() => http.expectOne(({ url, params }) => url.endsWith('/import/') && !params.has('check')));
}

export function sendPart(request: TestRequest, loaded: number): void {
  request.event({ type: HttpEventType.UploadProgress, loaded });
}

/** Selects an option of a native select by its accessible name. */
export function choose(label: string, value: string): void {
  const select = [...document.querySelectorAll('select')].find((one) => one.getAttribute('aria-label') === label);
  if (!select) throw new Error(`There is no select "${label}"`);
  select.value = value;
  if (select.value !== value) throw new Error(`"${label}" has no option ${value}`);
  select.dispatchEvent(new Event('change'));
}

export function verifyRequests(): void {
  http.verify();
}
