import type { FormGroup } from '@angular/forms';
import type { Problem } from '@docket/web/http';

/**
 * Sets the API's validation errors on the fields they name, as the error `server`. It disappears when the field changes or
 * the form is submitted again. Returns whether every error has a field.
 */
export function showFieldErrors(form: FormGroup, { errors }: Problem): boolean {
  const unplaced = errors.filter(({ pointer, detail }) => {
    const field = form.get(pointer?.split('/')[1] ?? '');
    field?.setErrors({ server: detail });
    field?.markAsDirty();
    return !field;
  });
  return errors.length > 0 && unplaced.length === 0;
}
