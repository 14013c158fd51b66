import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { UrlScalar } from '../../../graphql/scalars/index.js';
import { AccrualEnum, DatatypeEnum } from './vocabulary.enums.js';

@ObjectType('ConceptScheme', {
  implements: () => [Node],
  description: 'A set of concepts that belong together (SKOS ConceptScheme): causes, nationalities, places.',
})
export class ConceptSchemeType extends Node {
  readonly __typename!: 'ConceptScheme';
  readonly localId!: string;

  @Field(() => String, { description: 'Stable name for programs.' })
  readonly key!: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly label!: string;

  @Field(() => Boolean, {
    description: 'Whether concepts that share a broader concept, or are all at the top, exclude each other.',
  })
  readonly siblingsExclusive!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether its top concepts are a complete division: they exclude each other and are all there are, so that the figures for them have to make the figure for the whole (XKOS coversMutuallyExclusively and coversExhaustively).',
  })
  readonly topConceptsComplete!: boolean;

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const ConceptSchemeConnection = Connection<ConceptSchemeType>(() => ConceptSchemeType, 'ConceptScheme');

@ObjectType('Concept', { implements: () => [Node], description: 'SKOS concept: a cause, a nationality, a place.' })
export class ConceptType extends Node {
  readonly __typename!: 'Concept';
  readonly localId!: string;
  readonly schemeId!: string;

  @Field(() => String, { description: 'Name to show (SKOS prefLabel).' })
  readonly prefLabel!: string;

  @Field(() => [String], { description: 'Other names (SKOS altLabel).' })
  readonly altLabels!: string[];

  @Field(() => [UrlScalar], { description: 'Addresses of the same concept elsewhere (SKOS exactMatch).' })
  readonly exactMatch!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Concepts of one scheme that name the same group exclude each other, wherever they stand.',
  })
  readonly exclusiveGroup!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether its narrower concepts are a complete division of it: they exclude each other and leave nothing of it out (OWL DisjointUnion).',
  })
  readonly narrowerComplete!: boolean;

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const ConceptConnection = Connection<ConceptType>(() => ConceptType, 'Concept');

@ObjectType('Property', {
  implements: () => [Node],
  description: 'What is claimed of a subject: fatalities, cause, date, diverted to.',
})
export class PropertyType extends Node {
  readonly __typename!: 'Property';
  readonly localId!: string;
  readonly schemeId!: string | null;
  readonly dimensions!: readonly { dimension: string; schemeId: string }[];

  @Field(() => String, { description: 'Stable name for programs: fatalities, cause, occurredOn, divertedTo.' })
  readonly key!: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly label!: string;

  @Field(() => DatatypeEnum, { description: 'What kind of value it takes.' })
  readonly datatype!: DatatypeEnum;

  @Field(() => String, { nullable: true, description: 'The unit that its figures are in unless they name another.' })
  readonly unit!: string | null;

  @Field(() => Boolean, { description: 'Whether a subject can have only one value of it.' })
  readonly singleValued!: boolean;

  @Field(() => Boolean, { description: "Whether a part's figure can be set against the whole's." })
  readonly additive!: boolean;

  @Field(() => AccrualEnum, { description: 'How its true value may change with time.' })
  readonly accrual!: AccrualEnum;

  @Field(() => String, {
    nullable: true,
    description: 'How its value reads in a sentence, for example "{value} killed".',
  })
  readonly phrase!: string | null;

  @Field(() => [String], { description: 'What can narrow a claim of it: nationality, role, place.' })
  readonly scopeDimensions!: string[];

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const PropertyConnection = Connection<PropertyType>(() => PropertyType, 'Property');

@ObjectType('ScopeDimension', { description: 'One way to narrow a claim, and where its concepts come from.' })
export class ScopeDimensionType {
  readonly schemeId!: string;

  @Field(() => String, { description: 'Its name: nationality, role, place.' })
  readonly dimension!: string;
}
