import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import {
  VocabularyChangeKind,
  VocabularyImportInput,
  VocabularyPackConnection,
  VocabularyPayload,
  VocabularyTermKind,
  type VocabularyPackType,
} from './graphql/pack.types.js';
import { toPack } from './pack.mapper.js';
import { PacksService } from './packs.service.js';

@Resolver()
export class PacksResolver {
  constructor(private readonly packs: PacksService) {}

  @Allow(Role.READER)
  @Query(() => VocabularyPackConnection, { description: 'Vocabulary packs that were imported.' })
  vocabularyPacks(@Args() args: ForwardArgs): Promise<ConnectionOf<VocabularyPackType>> {
    return this.packs.list(args);
  }

  @Allow(Role.ADMIN)
  @Mutation(() => VocabularyPayload, {
    description:
      'Brings the vocabulary in line with a pack: the whole of it or, where anything is refused, nothing. Refused is what would orphan claims or have them say something else. Claims that it bears on are examined again in the background.',
  })
  async vocabularyImport(
    @Args('input', { description: 'What to import.' }) { content, dryRun }: VocabularyImportInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<VocabularyPayload>> {
    const { row, changes, reexamination } = dryRun
      ? await this.packs.preview(content)
      : await this.packs.import(content, acting(viewer));
    return {
      vocabulary: row && toPack(row),
      changes: changes.map(({ change, kind, key, fields }) => ({
        change: VocabularyChangeKind[change],
        kind: VocabularyTermKind[kind],
        key,
        fields: [...fields],
      })),
      reexamination,
    };
  }
}
