import type { Type } from '@nestjs/common';
import { Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { LAZY } from '../execution/lazy-field.js';
import type { ConnectionOf, EdgeOf, PageInfoFields } from './connection.types.js';

/** Counting reads every row of a list, so it costs like a page of one hundred. */
const TOTAL_COUNT_COST = 100;

/** Relay's PageInfo. */
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
class PageInfo implements PageInfoFields {
  @Field(() => Boolean, { description: 'Whether anything follows this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether anything precedes this page.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first item of this page; null where it is empty.',
  })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item of this page; null where it is empty.' })
  readonly endCursor!: string | null;
}

/**
 * Makes the GraphQL types `<name>Connection` and `<name>Edge`.
 *
 * @param node gives the item's type; a function, because types refer to one another in circles.
 * @param name GraphQL name of the item's type. Call once for each name and share the result.
 */
export function Connection<T>(node: () => object, name: string): Type<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its place in it.` })
  class Edge implements EdgeOf<T> {
    @Field(() => String, { description: 'Opaque place of this item in its list, for after and before.' })
    readonly cursor!: string;

    @Field(node as () => Type, { description: 'The item.' })
    readonly node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Page implements ConnectionOf<T> {
    @Field(() => [Edge], { description: 'The items of this page, each with its cursor.' })
    readonly edges!: readonly Edge[];

    @Field(() => [node()] as [Type], { description: 'The items of this page without their cursors.' })
    readonly nodes!: readonly T[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, {
      description: 'How many items the whole list has. Counted only when asked for.',
      complexity: TOTAL_COUNT_COST,
    })
    @Extensions({ [LAZY]: true })
    readonly totalCount!: () => Promise<number> | number;
  }
  return Page;
}
