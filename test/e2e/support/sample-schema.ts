import { ForbiddenException } from '@nestjs/common';
import {
  Args,
  ArgsType,
  createUnionType,
  Extensions,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, ArrayNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import {
  Connection,
  ConnectionArgs,
  pageRequest,
  toConnection,
  type ConnectionOf,
} from '../../../src/graphql/connections/index.js';
import { UserErrorCode, userError, UserErrorType, type UserProblem } from '../../../src/graphql/errors/index.js';
import { LAZY } from '../../../src/graphql/execution/lazy-field.js';

/** A small zoo, with one example of each thing on which two executors could differ. */
enum Diet {
  MEAT = 'eats-meat',
  PLANTS = 'eats-plants',
}
registerEnumType(Diet, { name: 'Diet' });

@InterfaceType('Named', { resolveType: (value: { __typename: string }) => value.__typename })
abstract class Named {
  @Field(() => String)
  name!: string;
}

@ObjectType('Cat', { implements: () => [Named] })
class Cat extends Named {
  @Field(() => Int)
  lives!: number;

  @Field(() => Diet)
  diet!: Diet;
}

@ObjectType('Dog', { implements: () => [Named] })
class Dog extends Named {
  @Field(() => String, { nullable: true })
  trick?: string | null;

  @Field(() => [[Int]], { nullable: 'items' })
  walks!: (number | null)[][];
}

const Pet = createUnionType({
  name: 'Pet',
  types: () => [Cat, Dog] as const,
  resolveType: (value: { __typename: string }) => {
    if (value.__typename === 'Ghost') throw new Error('a ghost is no pet');
    return value.__typename;
  },
});

const SlowPet = createUnionType({
  name: 'SlowPet',
  types: () => [Cat, Dog] as const,
  resolveType: async (value: { __typename: string }) => (value.__typename === 'Cat' ? Cat : Dog),
});

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

@ObjectType('Fragile')
class Fragile {
  @Field(() => String)
  sound!: string;

  @Field(() => String)
  broken!: string;

  @Field(() => [String])
  brokenItems!: (string | null)[];

  @Field(() => Int, { nullable: true })
  notANumber!: unknown;

  @Field(() => Int)
  @Extensions({ [LAZY]: true })
  lazy!: () => number;

  @Field(() => Fragile, { nullable: true })
  inner!: Fragile | null;
}

@InputType('EchoPart')
class EchoPart {
  @Field(() => String)
  @Allow()
  text!: string;

  @Field(() => Int, { defaultValue: 7 })
  @Allow()
  number!: number;

  @Field(() => Diet, { nullable: true })
  @Allow()
  diet?: Diet;

  @Field(() => [[Int!]], { nullable: true })
  @Allow()
  grid?: number[][];
}

@InputType('EchoChoice', { isOneOf: true })
class EchoChoice {
  @Field(() => String, { nullable: true })
  @Allow()
  text?: string;

  @Field(() => Int, { nullable: true })
  @Allow()
  number?: number;

  @Field(() => EchoPart, { nullable: true })
  @Allow()
  part?: EchoPart;
}

@ArgsType()
class EchoArgs {
  @Field(() => Int, { defaultValue: 3 })
  @Allow()
  count!: number;

  @Field(() => String, { nullable: true })
  @Allow()
  text?: string | null;

  @Field(() => [String], { nullable: 'itemsAndList' })
  @Allow()
  texts?: (string | null)[] | null;

  @Field(() => Diet, { defaultValue: Diet.PLANTS })
  @Allow()
  diet!: Diet;

  @Field(() => EchoPart, { nullable: true })
  @Allow()
  part?: EchoPart;

  @Field(() => [EchoPart], { nullable: 'itemsAndList' })
  @Allow()
  parts?: (EchoPart | null)[] | null;

  @Field(() => EchoChoice, { nullable: true })
  @Allow()
  choice?: EchoChoice;

  @Field(() => Boolean, { nullable: true })
  @Allow()
  flag?: boolean;

  @Field(() => ID, { nullable: true })
  @Allow()
  id?: string;
}

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

const felix = { __typename: 'Cat', name: 'Felix', lives: 9, diet: Diet.MEAT };
const rex = { __typename: 'Dog', name: 'Rex', trick: null, walks: [[1, null], [], [3]] };

@Resolver(() => Tree)
export class TreeResolver {
  @Query(() => Tree, { nullable: true })
  tree(@Args('id', { type: () => ID }) id: string): Tree | null {
    return id === 'none' ? null : tree(id);
  }

  @Query(() => TreeConnection)
  trees(@Args() args: ConnectionArgs): ConnectionOf<Tree> {
    const request = pageRequest(args, 'id');
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

@Resolver()
export class ZooResolver {
  @Query(() => [Pet])
  pets(): object[] {
    return [felix, rex];
  }

  @Query(() => [Named])
  named(): object[] {
    return [rex, felix];
  }

  @Query(() => [SlowPet])
  slowPets(): object[] {
    return [felix, rex];
  }

  @Query(() => [Pet], { nullable: true })
  ghosts(): object[] {
    return [felix, { __typename: 'Ghost' }];
  }

  @Query(() => [Pet], { nullable: 'itemsAndList' })
  rejectedPets(): unknown[] {
    return [
      Promise.resolve(felix),
      Promise.reject(new GraphQLError('ran away', { extensions: { code: 'GONE' } })),
      rex,
    ];
  }

  @Query(() => [[Int]], { nullable: 'items' })
  matrix(): (number | null)[][] {
    return [[1, 2], [], [null, 3]];
  }

  @Query(() => String)
  echo(@Args() args: EchoArgs): string {
    return JSON.stringify(args, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  }

  @Query(() => [String])
  lookAhead(@Args('n', { type: () => Int, nullable: true }) _n: number, ...rest: unknown[]): string[] {
    const info = rest.at(-1) as GraphQLResolveInfo;
    return [info.fieldName, String(info.fieldNodes.length)];
  }

  @Query(() => Fragile, { nullable: true })
  fragile(): object {
    const inner = {
      sound: 'tink',
      broken: null,
      brokenItems: ['a', null],
      notANumber: 'many',
      lazy: () => 41,
      inner: null,
    };
    return { sound: 'ping', broken: 'fine', brokenItems: ['b'], notANumber: 3, lazy: async () => 42, inner };
  }

  @Query(() => Fragile, { nullable: true })
  async trap(): Promise<object> {
    return {
      get sound(): string {
        throw new Error('a property that throws');
      },
    };
  }

  @Query(() => [Fragile], { nullable: true })
  async traps(): Promise<unknown> {
    return [Promise.resolve(this.trap())];
  }

  @Query(() => [String], { nullable: true })
  async endless(): Promise<Iterable<string>> {
    return (function* () {
      yield 'one';
      throw new Error('an iterator that throws');
    })();
  }

  @Query(() => String, { nullable: true })
  fault(): string {
    throw new Error('secret detail of a fault');
  }

  @Query(() => String)
  requiredFault(): Promise<string> {
    return Promise.reject(new Error('secret detail of a fault'));
  }

  @Query(() => String, { nullable: true })
  forbidden(): string {
    throw new ForbiddenException('Only keepers see this.');
  }

  @Query(() => String, { nullable: true })
  refused(): string {
    throw userError(UserErrorCode.NOT_FOUND, 'No such animal.', ['id']);
  }
}
