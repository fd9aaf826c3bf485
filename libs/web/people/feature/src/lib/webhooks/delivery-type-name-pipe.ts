import { Pipe, type PipeTransform } from '@angular/core';
import type { DeliveryType } from '@docket/web/people/data/webhooks';

const NAMES: Readonly<Record<DeliveryType, string>> = {
  'ticket.created': 'Ticket filed',
  'ticket.changed': 'Ticket changed',
  'ticket.deleted': 'Ticket deleted',
  'message.added': 'Message added',
  'import.batch': 'Tickets imported',
  'webhook.test': 'Test',
};

/** Names what a delivery tells. A type that this client does not know stays as it is. */
@Pipe({ name: 'docketDeliveryTypeName' })
export class DeliveryTypeNamePipe implements PipeTransform {
  transform(type: DeliveryType): string {
    return (NAMES as Readonly<Record<string, string>>)[type] ?? type;
  }
}
