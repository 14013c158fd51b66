import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('TextChange', {
  description:
    'Words that came in place of others; either may be empty. Offsets count UTF-16 code units, end exclusive.',
})
export class TextChangeType {
  @Field(() => String, { description: 'The words that went.' })
  readonly removed!: string;

  @Field(() => String, { description: 'The words that came.' })
  readonly added!: string;

  @Field(() => Int, { description: 'Where the words that went began, in the earlier text.' })
  readonly previousStart!: number;

  @Field(() => Int, { description: 'Where they ended.' })
  readonly previousEnd!: number;

  @Field(() => Int, { description: 'Where the words that came begin, in the later text.' })
  readonly start!: number;

  @Field(() => Int, { description: 'Where they end.' })
  readonly end!: number;
}
