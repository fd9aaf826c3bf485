import { Module } from '@nestjs/common';
import { HistoryModule } from '../history';
import { TicketsModule } from '../tickets';
import { EventsController } from './api/events.controller';
import { PresenceController } from './api/presence.controller';
import { ChangesController } from './changes/changes.controller';
import { ChangesService } from './changes/changes.service';
import { WaitingReaders } from './changes/waiting-readers';
import { Followers } from './followers';
import { LiveMetrics } from './live-metrics';
import { LiveStreams } from './live-streams';
import { PresentPeople } from './presence/present-people';
import { PresenceLimit } from './presence/presence-limit';
import { SetPresence } from './presence/set-presence';

@Module({
  imports: [HistoryModule, TicketsModule],
  controllers: [ChangesController, EventsController, PresenceController],
  providers: [
    ChangesService,
    WaitingReaders,
    Followers,
    LiveMetrics,
    LiveStreams,
    PresentPeople,
    PresenceLimit,
    SetPresence,
  ],
})
export class LiveModule {}
