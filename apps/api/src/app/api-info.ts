import type { ApiInfo } from './platform/openapi/api-info';
import { DELIVERY_MODELS, DELIVERY_REQUESTS } from './webhooks';

export const API_INFO: ApiInfo = {
  title: 'Docket',
  description:
    'File, classify, find and change support tickets, and read statistics. JSON in UTF-8, snake_case; times are RFC 3339 in UTC. Every path works with and without a trailing slash. Every error is a problem document (RFC 9457). An operation with query parameters rejects others; an operation without any ignores them.',
  tags: {
    tickets: 'File, find, read and change tickets.',
    conversation: 'Replies, notes and drafts, and what happened to a ticket.',
    writing: 'Summaries of tickets and drafted replies, by the language model.',
    live: 'Changes as they happen.',
    webhooks: 'Tell other systems what happens to tickets.',
    teams: 'The teams that work on tickets.',
    stats: 'Statistics of all tickets.',
    classifier: 'Suggested categories and priorities.',
    quality: 'How good the suggestions were.',
    requests: 'Tickets of people without an account.',
    people: 'Sign in and out, and manage sessions, passwords, tokens and services.',
    backups: 'Backups of the embedded database.',
    health: 'Liveness and readiness probes.',
    docs: 'This document.',
  },
  webhooks: DELIVERY_REQUESTS,
  models: DELIVERY_MODELS,
};
