/** Public API of the requesters feature. Other features import from this file only. */
export { NameRequesterDto, RequesterDto } from './requester.dto';
export { type NamedRequester, type RenamedRequester, Requesters } from './requesters';
export { RequestersModule } from './requesters.module';
