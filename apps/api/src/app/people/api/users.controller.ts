import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/needs';
import { Settings } from '../../platform/config/settings';
import { entityTag, versionsMatching } from '../../platform/http/entity-tag';
import { Idempotent } from '../../platform/idempotency/idempotent';
import { IdPipe } from '../../platform/validation/id.pipe';
import { clientOf } from '../client';
import { LinkMail } from '../links/link-mail';
import { LinkService } from '../links/link.service';
import { sessionOf } from '../sessions/session-of';
import type { UserRow } from '../users/user-row';
import { UserList } from '../users/user-list';
import { type Administrator, UsersService } from '../users/users.service';
import { ChangeUserDto } from './change-user.dto';
import { InviteUserDto } from './invite-user.dto';
import { CreateLinkDto, type CreatedLinkDto } from './link.dto';
import { ListUsersDto } from './list-users.dto';
import { UserDto, toUserDto } from './user.dto';
import {
  DescribeChangeUser,
  DescribeCreateLink,
  DescribeEndSessions,
  DescribeInviteUser,
  DescribeListUsers,
} from './users.openapi';

/**
 * Users, for administrators. Changes need a recent proof of identity. The list does not: it has no secrets, and frequent password prompts
 * would teach people to enter it without thinking.
 */
@ApiTags('people')
@Controller('users')
export class UsersController {
  constructor(
    private readonly settings: Settings,
    private readonly userList: UserList,
    private readonly users: UsersService,
    private readonly links: LinkService,
    private readonly linkMail: LinkMail,
  ) {}

  @Get()
  @Needs('users')
  @DescribeListUsers()
  async listUsers(@Query() filter: ListUsersDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserDto[]> {
    const { users, total } = await this.userList.find(filter);
    reply.header('X-Total-Count', total);
    return users.map((user) => this.toDto(user));
  }

  @Post()
  @Needs('users', { stepUp: true })
  @DescribeInviteUser()
  @Idempotent()
  async inviteUser(
    @Body() invitation: InviteUserDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    const user = await this.users.invite(invitation, administratorOf(request));
    reply.header('ETag', entityTag(user));
    return this.toDto(user);
  }

  @Patch(':id')
  @Needs('users', { stepUp: true })
  @DescribeChangeUser()
  async changeUser(
    @Param('id', IdPipe) id: number,
    @Body() changes: ChangeUserDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    const user = await this.users.change(id, changes, administratorOf(request), versionsMatching(ifMatch, id));
    reply.header('ETag', entityTag(user));
    return this.toDto(user);
  }

  @Post(':id/link')
  @Needs('users', { stepUp: true })
  @DescribeCreateLink()
  async createLink(
    @Param('id', IdPipe) id: number,
    @Query() { mail = false }: CreateLinkDto,
    @Req() request: FastifyRequest,
  ): Promise<CreatedLinkDto> {
    const administrator = administratorOf(request);
    const { token, expiresAt } = await this.links.create(id, administrator);
    if (mail && (await this.linkMail.send(id, token, administrator))) return { is_mailed: true, expires_at: expiresAt };
    const origin = this.settings.publicUrl ?? `${request.protocol}://${request.host}`;
    return { url: new URL(`/set-password#${token}`, origin).href, is_mailed: false, expires_at: expiresAt };
  }

  @Delete(':id/sessions')
  @Needs('users', { stepUp: true })
  @HttpCode(204)
  @DescribeEndSessions()
  async endSessions(@Param('id', IdPipe) id: number, @Req() request: FastifyRequest): Promise<void> {
    await this.users.endSessions(id, administratorOf(request));
  }

  private toDto(user: UserRow): UserDto {
    return toUserDto(user, this.settings.groupsGiveRoles);
  }
}

function administratorOf(request: FastifyRequest): Administrator {
  return { actorId: sessionOf(request).userId, client: clientOf(request) };
}
