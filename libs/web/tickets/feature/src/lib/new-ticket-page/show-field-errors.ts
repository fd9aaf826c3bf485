import type { FormGroup } from '@angular/forms';
import type { Problem } from '@docket/web/http';

/**
 * Puts what the API found wrong at the fields it names, as the error `server`, which goes away when the
 * field changes or the form is sent again.
 * Returns whether that told everything there is to tell.
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
