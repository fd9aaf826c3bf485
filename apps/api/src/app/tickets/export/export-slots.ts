import { Injectable, ServiceUnavailableException } from '@nestjs/common';

/** Maximum number of exports at the same time in a process: each has a connection of its own, or much of the embedded database. */
const MAX_EXPORTS = 2;

/** Limits the exports of a process. */
@Injectable()
export class ExportSlots {
  private taken = 0;

  /**
   * Takes a slot.
   * @returns a function that gives it back; further calls do nothing
   * @throws ServiceUnavailableException if all are taken
   */
  take(): () => void {
    if (this.taken >= MAX_EXPORTS) {
      throw new ServiceUnavailableException(`${MAX_EXPORTS} exports are running. Try again in a few seconds`);
    }
    this.taken++;
    let isTaken = true;
    return () => {
      if (isTaken) this.taken--;
      isTaken = false;
    };
  }
}
