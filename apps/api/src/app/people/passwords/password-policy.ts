import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { PasswordBlocklist } from './password-blocklist';
import { passwordWeakness } from './password-strength';

/** The person who chooses a password. */
interface Chooser {
  readonly name: string;
  readonly email: string;
}

/** Refuses passwords that attackers try first (NIST SP 800-63B-4, 3.1.1.2). */
@Injectable()
export class PasswordPolicy {
  constructor(
    private readonly blocklist: PasswordBlocklist,
    private readonly settings: Settings,
  ) {}

  /**
   * Call before a new password is hashed.
   * @param password of a valid length
   * @param field the name of its field in the request
   * @throws InvalidInputException with the reason, as an error of the field
   */
  async require(password: string, person: Chooser, field = 'password'): Promise<void> {
    const weakness = (await this.blocklist.has(password))
      ? 'is known from a breach of another site. Choose another one'
      : await passwordWeakness(password.normalize('NFKC'), [person.name, person.email, this.settings.siteUrl.href]);
    if (weakness !== undefined) throw new InvalidInputException([{ pointer: `/${field}`, detail: weakness }]);
  }
}
