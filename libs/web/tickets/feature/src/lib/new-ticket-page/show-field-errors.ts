import { FormGroup } from '@angular/forms';
import type { Problem } from '@docket/web/http';

/**
 * Sets the API's validation errors on their fields, as the error `server`. Angular clears it when the field changes or the form is
 * submitted again. Returns whether there are errors and each of them has a field.
 */
export function showFieldErrors(form: FormGroup, { errors }: Problem): boolean {
  const withoutField = errors.filter(({ pointer, detail }) => {
    const path = pointer?.split('/').slice(1) ?? [];
    const field = [form.get(path), form.get(path.slice(0, 1))].find(
      (found) => found !== null && !(found instanceof FormGroup),
    );
    field?.setErrors({ server: detail });
    field?.markAsDirty();
    field?.markAsTouched();
    return !field;
  });
  return errors.length > 0 && withoutField.length === 0;
}
