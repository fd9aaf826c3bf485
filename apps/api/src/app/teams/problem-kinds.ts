import type { ProblemKind } from '../platform/problems/problem-kinds';

/** The problem types of this feature. */
export const TEAM_NAME_TAKEN: ProblemKind = { type: '/problems/team-name-taken', title: 'The name is taken' };
export const TEAM_IN_USE: ProblemKind = { type: '/problems/team-in-use', title: 'The team has tickets' };
export const TOO_MANY_TEAMS: ProblemKind = { type: '/problems/too-many-teams', title: 'There are too many teams' };
