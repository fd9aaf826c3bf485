import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Assignee, ChangeTeam, CreateTeam, Team } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Assignee, Team };

/** The API's operations on teams, and on those who may work on tickets. */
@Injectable({ providedIn: 'root' })
export class TeamsApi {
  private readonly http = inject(HttpClient);

  /** Who may work on tickets, by name: up to 1,000 people. Call in an injection context. */
  assigneesResource() {
    return httpResource<Assignee[]>(() => '/api/assignees');
  }

  /** All teams, by name. Call in an injection context. */
  teamsResource() {
    return httpResource<Team[]>(() => '/api/teams');
  }

  /** Fails with 409 if a team has the name, or if there are too many. */
  create(team: CreateTeam): Promise<Team> {
    return firstValueFrom(this.http.post<Team>('/api/teams', team));
  }

  /** Fails with 412 if the team has changed since it was read, and with 409 if another team has the name. */
  change({ id, version }: Team, changes: ChangeTeam): Promise<Team> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<Team>(`/api/teams/${id}`, changes, { headers }));
  }

  /** Fails with 409 if tickets belong to the team. */
  async remove({ id }: Team): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/teams/${id}`));
  }
}
