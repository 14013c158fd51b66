import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, UrlScalar } from '../../../graphql/scalars/index.js';

@ObjectType('DocumentFacts', {
  description: 'What a document says of itself, in its metadata. Nobody has checked it.',
})
export class DocumentFactsType {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  readonly title!: string | null;

  @Field(() => [String], { description: 'Who signed it.' })
  readonly authors!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Who published it, by name; the source names the agent of exactly this name where there is one.',
  })
  readonly publisher!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  readonly publishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of its language.' })
  readonly language!: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'The address that it calls its own; the source has it only where it is of the site it was found at.',
  })
  readonly canonicalUrl!: string | null;
}
