import { Pipe, type PipeTransform } from '@angular/core';
import type { PropertyName } from '@docket/domain';
import { propertyName } from './property-texts';

/** The name of a property: "Status". */
@Pipe({ name: 'docketPropertyName' })
export class PropertyNamePipe implements PipeTransform {
  transform(property: PropertyName): string {
    return propertyName(property);
  }
}
