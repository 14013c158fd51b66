import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { acting, Actor, ActorLoader, Allow, Role, UserType, type GraphqlContext, type Viewer } from '../auth/index.js';
import { RevisionConnection, type RevisionType } from '../revisions/index.js';
import { CommentListsService } from './comment-lists.service.js';
import { toComment } from './comment.mapper.js';
import { CommentsService } from './comments.service.js';
import { CommentAddArgs, CommentEditArgs, CommentRemoveArgs } from './graphql/comment.args.js';
import { CommentPayload, CommentSubjectUnion, CommentType, type CommentSubject } from './graphql/comment.type.js';

@Resolver(() => CommentType)
export class CommentsResolver {
  constructor(
    private readonly comments: CommentsService,
    private readonly lists: CommentListsService,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => CommentSubjectUnion, { description: 'What it is on.' })
  subject(comment: CommentType, _args: unknown, context: GraphqlContext): Promise<CommentSubject | null> {
    return this.lists.subject(context, comment);
  }

  @ResolveField(() => Actor, { description: 'Who wrote it.' })
  author({ authorId }: CommentType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, authorId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The words as people read them: `@` and the name of today in the place of each mention.',
  })
  text(comment: CommentType, _args: unknown, context: GraphqlContext): Promise<string | null> {
    return this.lists.text(context, comment);
  }

  @ResolveField(() => [UserType], { description: 'Whom it mentions, each once, in order.' })
  mentions(comment: CommentType, _args: unknown, context: GraphqlContext): Promise<Actor[]> {
    return this.lists.mentioned(context, comment);
  }

  @ResolveField(() => RevisionConnection, {
    description: 'All its wordings, oldest first. Of a comment that was removed only administrators see them.',
  })
  @FieldArgs(ForwardArgs)
  revisions(
    comment: CommentType,
    args: ForwardArgs,
    context: GraphqlContext,
  ): ConnectionOf<RevisionType> | Promise<ConnectionOf<RevisionType>> {
    return this.lists.revisions(context, comment, args);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => CommentPayload, { description: 'Says something of a claim, a contradiction or a source.' })
  async commentAdd(@Args() args: CommentAddArgs, @Context('viewer') viewer: Viewer): Promise<Partial<CommentPayload>> {
    return { comment: toComment(await this.comments.add(args, acting(viewer))) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => CommentPayload, {
    description: 'Puts an own comment in other words. The earlier ones stay on record.',
  })
  async commentEdit(
    @Args() args: CommentEditArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<CommentPayload>> {
    return { comment: toComment(await this.comments.edit(args, acting(viewer))) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => CommentPayload, {
    description:
      'Takes the words of a comment away, by its author or an administrator. That there was one, and whose, stays to be ' +
      'seen; what it said stays on record.',
  })
  async commentRemove(
    @Args() args: CommentRemoveArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<CommentPayload>> {
    return { comment: toComment(await this.comments.remove(args, acting(viewer))) };
  }
}
