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

/** Display name of a delivery's type. An unknown type is unchanged. */
@Pipe({ name: 'docketDeliveryTypeName' })
export class DeliveryTypeNamePipe implements PipeTransform {
  transform(type: DeliveryType): string {
    return (NAMES as Readonly<Record<string, string>>)[type] ?? type;
  }
}
