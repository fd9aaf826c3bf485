import { Injectable } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import type { ErrorStateMatcher } from '@angular/material/core';

/** Shows the error of a field once it was changed and left: while an address is typed, it is only incomplete. */
@Injectable()
export class ErrorOnLeaving implements ErrorStateMatcher {
  isErrorState(control: AbstractControl | null): boolean {
    return !!control && control.invalid && control.dirty && control.touched;
  }
}
