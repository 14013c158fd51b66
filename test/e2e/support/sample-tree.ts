import { ForbiddenException } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import {
  Connection,
  ConnectionArgs,
  pageRequest,
  toConnection,
  type ConnectionOf,
} from '../../../src/graphql/connections/index.js';
import { UserErrorCode, userError, UserErrorType, type UserProblem } from '../../../src/graphql/errors/index.js';

/** A tree without end, for nesting, pages and mutations. */
@ObjectType('Tree')
class Tree {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Tree, { nullable: true })
  child!: Tree | null;

  @Field(() => [Tree])
  siblings!: Tree[];

  @Field(() => String, { nullable: true, complexity: 40_000 })
  dear!: string | null;
}

const TreeConnection = Connection<Tree>(() => Tree, 'Tree');

@InputType('LabelInput')
class LabelInput {
  @Field(() => String)
  @IsString()
  @MaxLength(10)
  text!: string;
}

@InputType('TreeRenameInput')
class TreeRenameInput {
  @Field(() => [LabelInput])
  @ArrayNotEmpty()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => LabelInput)
  labels!: LabelInput[];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(5, { context: { code: UserErrorCode.WRONG_DATATYPE } })
  note?: string;
}

@ObjectType('TreePayload')
class TreePayload {
  @Field(() => Tree, { nullable: true })
  tree?: Tree | null;

  @Field(() => [Tree])
  raised!: Tree[];

  @Field(() => [UserErrorType])
  userErrors?: readonly UserProblem[];
}

const TREES: Tree[] = Array.from({ length: 7 }, (_, index) => tree(String(index)));

function tree(id: string): Tree {
  return {
    id,
    label: `tree ${id}`,
    dear: null,
    get child() {
      return tree(`${id}.0`);
    },
    get siblings() {
      return [tree(`${id}a`), tree(`${id}b`)];
    },
  };
}

@Resolver(() => Tree)
export class TreeResolver {
  @Query(() => Tree, { nullable: true })
  tree(@Args('id', { type: () => ID }) id: string): Tree | null {
    return id === 'none' ? null : tree(id);
  }

  @Query(() => TreeConnection)
  trees(@Args() args: ConnectionArgs): ConnectionOf<Tree> {
    const request = pageRequest(args, { key: 'id', columns: [{ type: 'text' }] });
    const after = request.after?.[0];
    const rows = TREES.filter(({ id }) => after === undefined || after === null || id > after);
    return toConnection(
      rows.slice(0, request.limit + 1),
      request,
      ({ id }) => [id],
      async () => TREES.length,
    );
  }

  @ResolveField(() => TreeConnection)
  branches(@Args() args: ConnectionArgs): ConnectionOf<Tree> {
    return this.trees(args);
  }

  @ResolveField(() => String)
  async shout(): Promise<string> {
    return 'TREE';
  }

  @Mutation(() => TreePayload)
  treeRename(@Args('input', { type: () => TreeRenameInput }) input: TreeRenameInput): TreePayload {
    const [label] = input.labels;
    if (!(label instanceof LabelInput)) throw new Error('the input is no instance of its class');
    if (label.text === 'taken') {
      throw userError(UserErrorCode.ALREADY_EXISTS, 'The label is taken.', ['input', 'labels', '0', 'text']);
    }
    if (label.text === 'fault') throw new Error('secret detail of a fault');
    if (label.text === 'denied') throw new ForbiddenException('Only gardeners rename trees.');
    return { tree: { ...tree('1'), label: label.text }, raised: [] };
  }
}
