import { Body, Controller, Delete, Get, Headers, HttpCode, HttpStatus, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { entityTag, versionsMatching } from '../../platform/http/entity-tag';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { TeamsService } from '../teams.service';
import { ChangeTeamDto, CreateTeamDto, type TeamDto, toTeamDto } from './team.dto';
import { DescribeChangeTeam, DescribeCreateTeam, DescribeDeleteTeam, DescribeListTeams } from './teams.openapi';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Needs('tickets:read')
  @DescribeListTeams()
  async listTeams(): Promise<TeamDto[]> {
    return (await this.teams.list()).map(toTeamDto);
  }

  @Post()
  @Needs('settings')
  @DescribeCreateTeam()
  @Idempotent()
  async createTeam(
    @Body() { name, member_ids }: CreateTeamDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto> {
    const team = await this.teams.create({ name, ...(member_ids && { memberIds: member_ids }) });
    reply.header('ETag', entityTag(team));
    return toTeamDto(team);
  }

  @Patch(':id')
  @Needs('settings')
  @DescribeChangeTeam()
  async changeTeam(
    @Param('id', IdPipe) id: number,
    @Body() { name, member_ids }: ChangeTeamDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamDto> {
    const changes = { ...(name !== undefined && { name }), ...(member_ids && { memberIds: member_ids }) };
    const team = await this.teams.change(id, changes, versionsMatching(ifMatch, id));
    reply.header('ETag', entityTag(team));
    return toTeamDto(team);
  }

  @Delete(':id')
  @Needs('settings')
  @HttpCode(HttpStatus.NO_CONTENT)
  @DescribeDeleteTeam()
  async deleteTeam(@Param('id', IdPipe) id: number): Promise<void> {
    await this.teams.remove(id);
  }
}
