import { Pipe, type PipeTransform } from '@angular/core';
import type { PropertyName, PropertyValue } from '@docket/domain';
import { valueText } from './property-texts';

/** The text of a property's value: "In progress". */
@Pipe({ name: 'docketPropertyValue' })
export class PropertyValuePipe implements PipeTransform {
  transform<N extends PropertyName>(value: PropertyValue<N>, property: N): string {
    return valueText(property, value);
  }
}
