import { Module } from '@nestjs/common';
import { EventsController } from './api/events.controller';
import { PresenceController } from './api/presence.controller';
import { Feed } from './feed/feed';
import { Followers } from './followers';
import { LiveMetrics } from './live-metrics';
import { LiveStreams } from './live-streams';
import { PresentPeople } from './presence/present-people';
import { PresenceLimit } from './presence/presence-limit';
import { SetPresence } from './presence/set-presence';

@Module({
  controllers: [EventsController, PresenceController],
  providers: [Feed, Followers, LiveMetrics, LiveStreams, PresentPeople, PresenceLimit, SetPresence],
})
export class LiveModule {}
