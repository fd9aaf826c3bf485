import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Models, Quality, Training } from '@docket/contract';
import { type QualityFilter, toQualityRequest } from './quality-filter';

export type { Models, Quality, Training };
/** A number of cases and the share of them that were right; no share below 30 cases. */
export type Measured = Quality['blind'];

/** Measurements of the suggestions, from the API's ledger. */
@Injectable({ providedIn: 'root' })
export class QualityApi {
  /** The figures of a filter. Call in an injection context. */
  qualityResource(filter: () => QualityFilter) {
    return httpResource<Quality>(() => ({ url: '/api/quality', params: toQualityRequest(filter()) }));
  }
  /** How far the desk's own model is, and how good. Call in an injection context. */
  modelsResource() {
    return httpResource<Models>(() => '/api/models');
  }
}
