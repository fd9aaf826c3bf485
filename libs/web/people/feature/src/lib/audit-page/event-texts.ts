import type { SecurityEventName } from '@docket/domain';
import type { AuditEvent } from '@docket/web/people/data/audit';

interface EventText {
  /** Label in the list of kinds. */
  readonly label: string;
  /** Describes the event without the person who acted. */
  readonly describe: (user: string) => string;
}

/** Texts of the events. `user` is the name of the person concerned. */
export const EVENT_TEXTS: Readonly<Record<SecurityEventName, EventText>> = {
  set_up: { label: 'Set-up', describe: () => 'Set up Docket as the first administrator' },
  sign_in: { label: 'Sign-in', describe: () => 'Signed in' },
  sign_in_failed: { label: 'Failed sign-in', describe: (user) => `Sign-in failed for ${user}` },
  sign_in_limited: { label: 'Too many sign-ins', describe: (user) => `Too many attempts to sign in for ${user}` },
  limit_reached: { label: 'Limit reached', describe: () => 'Made too many attempts' },
  password_locked: { label: 'Locked password', describe: (user) => `Password locked after 100 wrong ones for ${user}` },
  sign_out: { label: 'Sign-out', describe: () => 'Signed out' },
  step_up: { label: 'Confirmed identity', describe: () => 'Confirmed their identity' },
  step_up_failed: {
    label: 'Identity not confirmed',
    describe: () => 'Entered a wrong password to confirm who they are',
  },
  require_sign_in: { label: 'Sign-in required', describe: () => 'Closed Docket: everyone signs in' },
  user_invited: { label: 'Invitation', describe: (user) => `Invited ${user}` },
  user_renamed: { label: 'New name', describe: (user) => `Changed the name of ${user}` },
  user_deactivated: { label: 'Deactivation', describe: (user) => `Deactivated ${user}` },
  user_reactivated: { label: 'Reactivation', describe: (user) => `Reactivated ${user}` },
  user_provisioned: { label: 'First single sign-on', describe: (user) => `Created ${user} by single sign-on` },
  role_changed: { label: 'New role', describe: (user) => `Changed the role of ${user}` },
  last_admin_kept: { label: 'Last administrator kept', describe: (user) => `Kept ${user} as the last administrator` },
  identity_linked: { label: 'Linked single sign-on', describe: (user) => `Linked single sign-on to ${user}` },
  identity_unlinked: { label: 'Unlinked single sign-on', describe: (user) => `Unlinked single sign-on from ${user}` },
  sessions_ended: { label: 'Signed out everywhere', describe: (user) => `Signed ${user} out` },
  session_ended: { label: 'Ended session', describe: (user) => `Ended a session of ${user}` },
  link_created: { label: 'Link created', describe: (user) => `Created a link for ${user}` },
  invitation_accepted: { label: 'Accepted invitation', describe: () => 'Accepted the invitation' },
  reset_requested: { label: 'Reset requested', describe: (user) => `A new password was requested for ${user}` },
  password_reset: { label: 'Password reset', describe: () => 'Set a new password by a link' },
  password_changed: { label: 'Password change', describe: () => 'Changed the password' },
  password_change_failed: {
    label: 'Failed password change',
    describe: () => 'Entered a wrong password to change it',
  },
  mail_failed: { label: 'Mail not sent', describe: (user) => `A mail to ${user} could not be sent` },
  token_created: { label: 'Token created', describe: (user) => `Created a token of ${user}` },
  token_revoked: { label: 'Token revoked', describe: (user) => `Revoked a token of ${user}` },
  service_created: { label: 'Service created', describe: (user) => `Created the service ${user}` },
  service_deactivated: { label: 'Service deactivated', describe: (user) => `Deactivated the service ${user}` },
  audit_exported: { label: 'Export of the audit log', describe: () => 'Exported the audit log' },
  tickets_exported: { label: 'Export of tickets', describe: () => 'Exported tickets' },
  webhook_created: { label: 'Webhook added', describe: () => 'Added a webhook' },
  webhook_changed: { label: 'Webhook changed', describe: () => 'Changed a webhook' },
  webhook_turned_on: { label: 'Webhook turned on', describe: () => 'Turned a webhook on' },
  webhook_turned_off: { label: 'Webhook turned off', describe: () => 'Turned a webhook off' },
  webhook_deleted: { label: 'Webhook deleted', describe: () => 'Deleted a webhook' },
  webhook_secret_changed: { label: 'New secret of a webhook', describe: () => 'Changed the secret of a webhook' },
  webhook_replayed: { label: 'Webhook delivered again', describe: () => 'Let a webhook deliver again' },
  backup_started: { label: 'Backup', describe: () => 'Started a backup' },
  requester_erased: {
    label: 'Erased requester',
    describe: () => 'Deleted what the ledger of suggestions had of a requester',
  },
  model_training_started: { label: 'Training', describe: () => 'Started a training of the desk’s own model' },
};

/** Describes an event in a sentence, without the person who acted. */
export function describeEvent({ event, user }: AuditEvent): string {
  // A newer server may send an event that this page does not know.
  const text = (EVENT_TEXTS as Partial<Record<string, EventText>>)[event];
  // Only the link for the set-up has no user.
  const nobody = event === 'link_created' ? 'the first administrator' : 'an unknown e-mail address';
  return text?.describe(user?.name ?? nobody) ?? event.replaceAll('_', ' ');
}
