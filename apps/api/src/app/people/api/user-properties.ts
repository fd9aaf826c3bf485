import { ROLES } from '@docket/domain';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { USER_KINDS, USER_STATES } from '../model/user.entity';

/** Maximum length of a name, in Unicode code points. */
export const NAME_MAX_LENGTH = 100;
/** RFC 5321, 4.5.3.1.3. */
const EMAIL_MAX_LENGTH = 254;

const TIME = { type: 'string', format: 'date-time' } as const;

/** The OpenAPI descriptions of a user's fields, shared by all schemas. */
export const USER_PROPERTIES = {
  id: { type: 'integer', format: 'int32', minimum: 1, description: 'Assigned by the database.', example: 3 },
  kind: {
    enum: [...USER_KINDS],
    enumName: 'UserKind',
    enumSchema: { description: 'A person, or a service that only has tokens.' },
    example: 'person',
  },
  name: { type: 'string', minLength: 1, maxLength: NAME_MAX_LENGTH, description: 'The name.', example: 'Ana Ruiz' },
  email: {
    type: 'string',
    format: 'idn-email',
    maxLength: EMAIL_MAX_LENGTH,
    description: 'The email address, in lower case.',
    example: 'ana.ruiz@desk.example',
  },
  role: { enum: [...ROLES], enumName: 'Role', description: 'What the user may do.', example: 'agent' },
  state: {
    enum: [...USER_STATES],
    enumName: 'UserState',
    enumSchema: {
      description:
        'An invited person has not chosen a password yet. A deactivated user cannot sign in and has no sessions.',
    },
    example: 'active',
  },
  methods: {
    type: 'array',
    items: { type: 'string', enum: ['password', 'oidc'] },
    description: 'How the person can sign in. `oidc` is single sign-on.',
    example: ['password'],
  },
  last_seen_at: {
    ...TIME,
    description: 'The last request of a signed-in browser, to the minute. Absent if there was none.',
    example: '2026-11-27T09:31:00.000Z',
  },
  invitation_expires_at: {
    ...TIME,
    description: 'When the link of the invitation stops working. Absent if the person has no such link.',
    example: '2026-11-28T09:31:00.000Z',
  },
  is_last_admin: {
    type: 'boolean',
    description: 'Whether this is the only active administrator, who cannot get another role or be deactivated.',
    example: false,
  },
  role_is_managed: {
    type: 'boolean',
    description: 'Whether the groups of the identity provider decide about the role.',
    example: false,
  },
  created_at: { ...TIME, description: 'Time of the invitation, in UTC.', example: '2026-10-01T08:00:00.000Z' },
  version: {
    type: 'integer',
    format: 'int32',
    minimum: 1,
    description: 'Grows with every change. The entity tag for `If-Match` is `"<id>-<version>"`.',
    example: 2,
  },
} satisfies Record<string, ApiPropertyOptions>;
