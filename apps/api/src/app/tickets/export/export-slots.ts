import { Injectable, ServiceUnavailableException } from '@nestjs/common';

/** Maximum number of concurrent exports in a process: each uses its own connection, or much of the time of the embedded database. */
const MAX_EXPORTS = 2;

/** Limits the exports of a process. */
@Injectable()
export class ExportSlots {
  private taken = 0;

  /**
   * Takes a slot.
   * @returns a function that releases the slot; further calls do nothing
   * @throws ServiceUnavailableException if no slot is free
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
