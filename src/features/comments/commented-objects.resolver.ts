import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimType } from '../claims/index.js';
import { ContradictionType } from '../contradictions/index.js';
import { SourceType } from '../sources/index.js';
import { CommentListsService } from './comment-lists.service.js';
import { CommentConnection, type CommentType } from './graphql/comment.type.js';

const COMMENTS = 'What those who work on it say of it, oldest first; nothing for readers.';
type Page = ConnectionOf<CommentType> | Promise<ConnectionOf<CommentType>>;

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ClaimCommentsResolver {
  constructor(private readonly lists: CommentListsService) {}

  @ResolveField(() => CommentConnection, { description: COMMENTS })
  @FieldArgs(ForwardArgs)
  comments(claim: ClaimType, args: ForwardArgs, context: GraphqlContext): Page {
    return this.lists.list(context, { type: 'Claim', key: keyOf(claim) }, args);
  }
}

/** What this feature adds to a contradiction. */
@Resolver(() => ContradictionType)
export class ContradictionCommentsResolver {
  constructor(private readonly lists: CommentListsService) {}

  @ResolveField(() => CommentConnection, { description: COMMENTS })
  @FieldArgs(ForwardArgs)
  comments(contradiction: ContradictionType, args: ForwardArgs, context: GraphqlContext): Page {
    return this.lists.list(context, { type: 'Contradiction', key: keyOf(contradiction) }, args);
  }
}

/** What this feature adds to a source. */
@Resolver(() => SourceType)
export class SourceCommentsResolver {
  constructor(private readonly lists: CommentListsService) {}

  @ResolveField(() => CommentConnection, { description: COMMENTS })
  @FieldArgs(ForwardArgs)
  comments(source: SourceType, args: ForwardArgs, context: GraphqlContext): Page {
    return this.lists.list(context, { type: 'Source', key: keyOf(source) }, args);
  }
}
