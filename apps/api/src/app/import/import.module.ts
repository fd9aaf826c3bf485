import { Module } from '@nestjs/common';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';
import { ImportedTickets } from './imported-tickets';

@Module({
  controllers: [ImportController],
  providers: [ImportService, ImportedTickets],
})
export class ImportModule {}
