import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { UserErrorCode } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';

@ObjectType('BulkImport', {
  implements: () => [Node],
  description:
    'How far an import of many lines (`POST /import` or `npm run import`) has come. Its counts are brought up to date ' +
    'whenever a few hundred lines have been written.',
})
export class BulkImportType extends Node {
  readonly __typename!: 'BulkImport';
  readonly localId!: string;
  readonly accountId!: string;

  @Field(() => Int, { description: 'How many lines have been dealt with.' })
  readonly lines!: number;

  @Field(() => Float, { description: 'How many bytes these lines have.' })
  readonly bytes!: number;

  @Field(() => Int, { description: 'How many lines added something.' })
  readonly added!: number;

  @Field(() => Int, { description: 'How many lines said what was there already.' })
  readonly unchanged!: number;

  @Field(() => Int, { description: 'How many lines could not stand.' })
  readonly failed!: number;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its counts were last brought up to date.' })
  readonly updatedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last line had been dealt with; null while it runs, or since it broke off.',
  })
  readonly finishedAt!: Date | null;
}

@ObjectType('ImportProgress', { description: 'How far an import has come, as of one moment.' })
export class ImportProgressType {
  @Field(() => BulkImportType, { description: 'The import as it is.' })
  readonly import!: BulkImportType;

  @Field(() => Boolean, { description: 'Whether its last line has been dealt with: nothing follows then.' })
  readonly finished!: boolean;
}

@ObjectType('BulkImportError', { description: 'One thing that is wrong with a line of an import.' })
export class BulkImportErrorType {
  readonly position!: number;

  @Field(() => Int, { description: 'Which line, counted from 1.' })
  readonly line!: number;

  @Field(() => UserErrorCode, { description: 'What kind of error it is, for programs.' })
  readonly code!: UserErrorCode;

  @Field(() => [String], { description: 'Path to what is wrong within the line; empty where it is the line itself.' })
  readonly field!: string[];

  @Field(() => String, { description: 'What is wrong, for people.' })
  readonly message!: string;
}

export const BulkImportConnection = Connection<BulkImportType>(() => BulkImportType, 'BulkImport');
export const BulkImportErrorConnection = Connection<BulkImportErrorType>(() => BulkImportErrorType, 'BulkImportError');
