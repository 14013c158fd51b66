import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Connection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { IsDocumentText, MAX_TEXT } from '../../../graphql/validation/words.js';
import { ReexaminationType } from '../../reexaminations/index.js';
import { FieldChangeType } from '../../revisions/index.js';

@ObjectType('VocabularyPack', {
  implements: () => [Node],
  description:
    'The vocabulary of one field, imported from one file: schemes, concepts, properties, identities, orders.',
})
export class VocabularyPackType extends Node {
  readonly __typename!: 'VocabularyPack';
  readonly localId!: string;

  @Field(() => String, { description: 'Stable name for programs; a file that names it takes its place.' })
  readonly key!: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly label!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  readonly description!: string | null;

  @Field(() => String, { description: 'SHA-256 of the text that was imported last, in hexadecimal.' })
  readonly digest!: string;

  @Field(() => DateTimeScalar, { description: 'When it was imported first.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was imported last.' })
  readonly importedAt!: Date;
}

export const VocabularyPackConnection = Connection<VocabularyPackType>(() => VocabularyPackType, 'VocabularyPack');

export enum VocabularyChangeKind {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  REMOVED = 'REMOVED',
}

registerEnumType(VocabularyChangeKind, {
  name: 'VocabularyChangeKind',
  description: 'What an import does to a term.',
  valuesMap: {
    ADDED: { description: 'It was not there.' },
    CHANGED: { description: 'It was there and is other than before.' },
    REMOVED: { description: 'The pack declared it before, no longer does, and neither does another.' },
  },
});

export enum VocabularyTermKind {
  SCHEME = 'SCHEME',
  CONCEPT = 'CONCEPT',
  PROPERTY = 'PROPERTY',
  IDENTITY = 'IDENTITY',
  ORDER = 'ORDER',
}

registerEnumType(VocabularyTermKind, {
  name: 'VocabularyTermKind',
  description: 'What a vocabulary pack declares.',
  valuesMap: {
    SCHEME: { description: 'A concept scheme.' },
    CONCEPT: { description: 'A concept.' },
    PROPERTY: { description: 'A property.' },
    IDENTITY: { description: 'A sum that must come out.' },
    ORDER: { description: 'Two times that must follow each other.' },
  },
});

@ObjectType('VocabularyTermChange', { description: 'One thing that an import adds, changes or removes.' })
export class VocabularyTermChangeType {
  @Field(() => VocabularyChangeKind, { description: 'What is done to it.' })
  readonly change!: VocabularyChangeKind;

  @Field(() => VocabularyTermKind, { description: 'What it is.' })
  readonly kind!: VocabularyTermKind;

  @Field(() => String, { description: 'Its key; of a concept, the key of its scheme, a slash and its own.' })
  readonly key!: string;

  @Field(() => [FieldChangeType], { description: 'Of what is changed: what is other than before.' })
  readonly fields!: FieldChangeType[];
}

@InputType({ description: 'A vocabulary pack to import.' })
export class VocabularyImportInput {
  @Field(() => String, {
    description: `The text of the pack, YAML or JSON as packs/pack.schema.json describes it, at most ${MAX_TEXT} characters.`,
  })
  @IsDocumentText()
  @MaxLength(MAX_TEXT)
  readonly content!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether only to say what the import would do, and whether it would be refused.',
  })
  @IsOptional()
  readonly dryRun?: boolean | null;
}

@ObjectType({ description: 'Outcome of importing a vocabulary pack, or of a dry run of it.' })
export class VocabularyPayload {
  @Field(() => VocabularyPackType, {
    nullable: true,
    description: 'The pack; null where the import was refused, or a dry run looked at a pack that was never imported.',
  })
  readonly vocabulary?: VocabularyPackType | null;

  @Field(() => [VocabularyTermChangeType], {
    nullable: true,
    description:
      'What the import did, or would do; empty where everything is as the pack has it, null where it was refused.',
  })
  readonly changes?: readonly VocabularyTermChangeType[] | null;

  @Field(() => ReexaminationType, {
    nullable: true,
    description: 'What is examined again after the import; null where it touches no claims.',
  })
  readonly reexamination?: ReexaminationType | null;

  @Field(() => [UserErrorType], {
    description: 'Why the import was refused, each with its position in the text; empty where it was not.',
  })
  readonly userErrors!: UserErrorType[];
}
