import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_LIST, MAX_NAME } from '../../../graphql/validation/words.js';
import { ReexaminationType } from '../../reexaminations/index.js';
import { AgentKind, AgentType } from './agent.type.js';

@InputType({ description: 'A new agent.' })
export class AgentCreateInput {
  @Field(() => String, { description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => AgentKind, { description: 'What kind of agent it is.' })
  @IsEnum(AgentKind)
  readonly kind!: AgentKind;

  @Field(() => ID, { nullable: true, description: 'The larger agent of which it is a part: an agency of a ministry.' })
  @IsOptional()
  @IsGlobalId()
  readonly partOf?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `Other names by which it is known, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly aliases?: string[] | null;

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `Addresses of the same agent elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly sameAs?: string[] | null;
}

@InputType({
  description: 'What to change of an agent; what is absent stays, and a list takes the place of the whole.',
})
export class AgentUpdateInput {
  @Field(() => String, { nullable: true, description: `Name to show, at most ${MAX_NAME} characters.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name?: string | null;

  @Field(() => AgentKind, { nullable: true, description: 'What kind of agent it is.' })
  @IsOptional()
  @IsEnum(AgentKind)
  readonly kind?: AgentKind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The larger agent of which it is a part, neither itself nor a part of it; null: of none any more.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly partOf?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: `All other names by which it is known, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsWords({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  readonly aliases?: string[] | null;

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `All addresses of the same agent elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly sameAs?: string[] | null;
}

@ObjectType({ description: 'Outcome of making or changing an agent.' })
export class AgentPayload {
  @Field(() => AgentType, { nullable: true, description: 'The agent; null where the change was refused.' })
  readonly agent?: AgentType;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'The examination of what names the agent, which a new name asks for; null where nothing does.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ArgsType()
export class AgentListArgs extends ForwardArgs {
  @Field(() => String, { nullable: true, description: 'Only agents of which a name, or another name, contains this.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query?: string | null;
}
