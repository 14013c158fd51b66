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
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { UserErrorCode, userError } from '../../../src/graphql/errors/index.js';
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

  @Field(() => [[Int]], { nullable: true })
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

const felix = { __typename: 'Cat', name: 'Felix', lives: 9, diet: Diet.MEAT };
const rex = { __typename: 'Dog', name: 'Rex', trick: null, walks: [[1, null], [], [3]] };

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
