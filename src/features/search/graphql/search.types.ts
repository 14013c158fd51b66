import { ArgsType, createUnionType, Field, ID, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { Connection, ForwardArgs } from '../../../graphql/connections/index.js';
import { IsGlobalId, IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { ClaimType } from '../../claims/index.js';
import { SourceType } from '../../sources/index.js';
import { SubjectType } from '../../stories/index.js';

export enum SearchKind {
  CLAIM = 'CLAIM',
  SOURCE = 'SOURCE',
  SUBJECT = 'SUBJECT',
}

registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What to search.',
  valuesMap: {
    CLAIM: { description: 'Claims, by their statements.' },
    SOURCE: { description: 'Sources, by their titles.' },
    SUBJECT: { description: 'Subjects, by their labels and aliases.' },
  },
});

export type SearchResult = ClaimType | SourceType | SubjectType;

const SearchResultUnion = createUnionType({
  name: 'SearchResult',
  description: 'Something that a search found.',
  types: () => [ClaimType, SourceType, SubjectType] as const,
  resolveType: (value: SearchResult) => value.__typename,
});

export const SearchConnection = Connection<SearchResult>(() => SearchResultUnion, 'Search');

@ArgsType()
export class SearchArgs extends ForwardArgs {
  @Field(() => String, {
    description:
      'Words to look for; "quoted" words stand together, -word leaves out, or joins. Small misspellings are forgiven.',
  })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query!: string;

  @Field(() => [SearchKind], { nullable: true, description: 'What to search; all kinds where absent.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(SearchKind).length)
  @IsEnum(SearchKind, { each: true })
  readonly in?: SearchKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what belongs to this story.' })
  @IsOptional()
  @IsGlobalId()
  readonly story?: string | null;
}
