import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { SourceDetailsInput } from '../../sources/index.js';

@InputType({
  description:
    'A document to be read: exactly one of `address` and `upload`. What is said here of the source is kept; what is not ' +
    'said is taken from the document.',
})
export class SourceImportInput extends SourceDetailsInput {
  @Field(() => ID, { description: 'The story it belongs to.' })
  @IsGlobalId()
  readonly story!: string;

  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where to fetch it: HTML, PDF, Markdown or plain text at a public http or https address.',
  })
  @IsOptional()
  @IsHttpUrl()
  readonly address?: string | null;

  @Field(() => ID, { nullable: true, description: 'A file that you sent to `POST /uploads` within the last hour.' })
  @IsOptional()
  @IsGlobalId()
  readonly upload?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The charset of its text, such as "windows-1251", where the document says the wrong one or none.',
  })
  @IsOptional()
  @Matches(/^[\w:.+-]{1,40}$/, { message: '$property must be the name of a charset such as "windows-1251".' })
  readonly charset?: string | null;

  @Field(() => String, { nullable: true, description: `Its headline or title, at most ${MAX_NAME} characters.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly title?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it was published, if not where it was found.' })
  @IsOptional()
  @IsHttpUrl()
  readonly url?: string | null;
}
