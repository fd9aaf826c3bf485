import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Sentence } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { AgeText } from '@docket/web/ui';
import { actorName } from '../conversation/timeline/actor-name';
import { OpenTicket } from '../ticket-panel/open-ticket';
import { quoteSource } from './quote-source';

/** Sentences of the model, each with its quote from the conversation, the quote's author and its time. */
@Component({
  selector: 'docket-quoted-sentences',
  imports: [AgeText],
  templateUrl: './quoted-sentences.html',
  styleUrl: './quoted-sentences.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuotedSentences {
  private readonly session = inject(Session);
  protected readonly open = inject(OpenTicket);
  readonly sentences = input.required<readonly Sentence[]>();
  protected readonly quoted = computed(() => {
    const [ticket, entries, isOpen] = [this.open.ticket(), this.open.timeline.entries(), this.session.isOpen()];
    return this.sentences().map((sentence) => {
      const source = ticket && quoteSource(sentence.message_id, ticket, entries);
      return { ...sentence, source, author: source?.actor && actorName(source.actor, isOpen) };
    });
  });
}
