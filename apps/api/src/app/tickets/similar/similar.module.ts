import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets.module';
import { SampledWords } from './sampled-words';
import { SimilarController } from './similar.controller';
import { SimilarTickets } from './similar-tickets';

@Module({ imports: [TicketsModule], controllers: [SimilarController], providers: [SampledWords, SimilarTickets] })
export class SimilarModule {}
