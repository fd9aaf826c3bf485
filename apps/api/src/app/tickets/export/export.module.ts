import { Module } from '@nestjs/common';
import { HistoryModule } from '../../history';
import { SecurityLog } from '../../people';
import { TicketsModule } from '../tickets.module';
import { ExportController } from './export.controller';
import { ExportSlots } from './export-slots';
import { TicketsExport } from './tickets-export';

@Module({
  imports: [HistoryModule, TicketsModule],
  controllers: [ExportController],
  providers: [ExportSlots, SecurityLog, TicketsExport],
})
export class ExportModule {}
