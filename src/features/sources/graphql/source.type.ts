import { Field, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar, UrlScalar } from '../../../graphql/scalars/index.js';
import { Reliability, SourceKind, SourceStatus } from './source.enums.js';

@ObjectType('Source', { implements: () => [Node], description: 'A document that makes claims, as it was published.' })
export class SourceType extends Node {
  readonly __typename!: 'Source';
  readonly localId!: string;
  readonly storyId!: string;
  readonly publisherId!: string | null;
  readonly derivedFromId!: string | null;

  @Field(() => String, { description: 'Its headline or title.' })
  readonly title!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it was published.' })
  readonly url!: string | null;

  @Field(() => SourceKind, { description: 'What kind of document it is.' })
  readonly kind!: SourceKind;

  @Field(() => [String], { description: 'Who signed it, as it names them.' })
  readonly authors!: string[];

  @Field(() => String, { nullable: true, description: 'BCP 47 tag of its language.' })
  readonly language!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  readonly publishedAt!: Date | null;

  @Field(() => Reliability, { nullable: true, description: 'How reliable an editor holds it, on the Admiralty scale.' })
  readonly reliability!: Reliability | null;

  @Field(() => SourceStatus, { description: 'Whether its publisher still stands by it.' })
  readonly status!: SourceStatus;

  @Field(() => String, { nullable: true, description: 'Why it is not ACTIVE, as an editor put it.' })
  readonly statusReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was added to the story.' })
  readonly createdAt!: Date;
}

export const SourceConnection = Connection<SourceType>(() => SourceType, 'Source');

@ObjectType('Snapshot', {
  implements: () => [Node],
  description: 'The text of a source as it stood when it was fetched. Never changed once written.',
})
export class SnapshotType extends Node {
  readonly __typename!: 'Snapshot';
  readonly localId!: string;
  readonly storyId!: string;
  readonly sourceId!: string;
  readonly previousId!: string | null;
  readonly differences!: readonly number[];

  @Field(() => String, { description: 'SHA-256 of the text in UTF-8, in lower-case hexadecimal.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'Media type of what was fetched: text/plain, text/html, application/pdf.' })
  readonly mediaType!: string;

  @Field(() => DateTimeScalar, { description: 'When it was fetched.' })
  readonly fetchedAt!: Date;
}

export const SnapshotConnection = Connection<SnapshotType>(() => SnapshotType, 'Snapshot');
