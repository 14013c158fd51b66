import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { UrlScalar } from '../../../graphql/scalars/index.js';

export enum AgentKind {
  PERSON = 'PERSON',
  OFFICE = 'OFFICE',
  ORGANISATION = 'ORGANISATION',
  OUTLET = 'OUTLET',
  GROUP = 'GROUP',
  OTHER = 'OTHER',
}

registerEnumType(AgentKind, {
  name: 'AgentKind',
  description: 'What kind of agent makes or publishes claims.',
  valuesMap: {
    PERSON: { description: 'One human being.' },
    OFFICE: { description: 'A post or role, whoever holds it: a spokesperson, a president.' },
    ORGANISATION: { description: 'A ministry, company, agency or other body.' },
    OUTLET: { description: 'A newspaper, broadcaster, site or channel that publishes.' },
    GROUP: { description: 'People named together: witnesses, survivors, experts.' },
    OTHER: { description: 'None of the others.' },
  },
});

@ObjectType('Agent', {
  implements: () => [Node],
  description: 'Whoever makes or publishes claims: person, office, organisation, outlet.',
})
export class AgentType extends Node {
  readonly __typename!: 'Agent';
  readonly localId!: string;
  readonly partOfId!: string | null;

  @Field(() => String, { description: 'Name to show.' })
  readonly name!: string;

  @Field(() => AgentKind, { description: 'What kind of agent this is.' })
  readonly kind!: AgentKind;

  @Field(() => [String], { description: 'Other names by which it is known: abbreviations, translations.' })
  readonly aliases!: string[];

  @Field(() => [UrlScalar], { description: 'Addresses of the same agent elsewhere: Wikidata and the like.' })
  readonly sameAs!: string[];

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const AgentConnection = Connection<AgentType>(() => AgentType, 'Agent');
