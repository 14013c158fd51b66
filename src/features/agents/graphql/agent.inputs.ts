import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { IsHttpUrl, UrlScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_LIST, MAX_NAME } from '../../../graphql/validation/words.js';
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

  @Field(() => [UrlScalar], {
    nullable: true,
    description: `Addresses of the same agent elsewhere, at most ${MAX_LIST}.`,
  })
  @IsOptional()
  @ArrayMaxSize(MAX_LIST)
  @IsHttpUrl({ each: true })
  readonly sameAs?: string[] | null;
}

@ObjectType({ description: 'Outcome of agentCreate.' })
export class AgentPayload {
  @Field(() => AgentType, { nullable: true, description: 'The new agent; null where the change was refused.' })
  readonly agent?: AgentType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ArgsType()
export class AgentListArgs extends ForwardArgs {
  @Field(() => String, { nullable: true, description: 'Only agents whose name contains this.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query?: string | null;
}
