import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Assignee, ChangeTeam, CreateTeam, Team } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { Assignee, Team };

/** Client of teams and possible assignees. */
@Injectable({ providedIn: 'root' })
export class TeamsApi {
  private readonly http = inject(HttpClient);

  /** Resource of possible assignees, by name: up to 1,000 people. Call in an injection context. */
  assigneesResource() {
    return httpResource<Assignee[]>(() => '/api/assignees');
  }

  /** Resource of all teams, by name. Call in an injection context. */
  teamsResource() {
    return httpResource<Team[]>(() => '/api/teams');
  }

  /** Creates a team. Fails with 409 if the name is taken, or if there are too many teams. */
  create(team: CreateTeam): Promise<Team> {
    return firstValueFrom(this.http.post<Team>('/api/teams', team));
  }

  /** Changes a team. Fails with 412 if it has changed since it was read, and with 409 if the name is taken. */
  change({ id, version }: Team, changes: ChangeTeam): Promise<Team> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<Team>(`/api/teams/${id}`, changes, { headers }));
  }

  /** Deletes a team. Fails with 409 if it has tickets. */
  async remove({ id }: Team): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/teams/${id}`));
  }
}
