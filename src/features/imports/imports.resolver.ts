import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { UserErrorCode } from '../../graphql/errors/index.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { SourcePayload, SourceType, toSource } from '../sources/index.js';
import { SourceImportInput } from './graphql/import.inputs.js';
import { ImportsService } from './imports.service.js';
import { toFacts } from './document-facts.mapper.js';

@Resolver(() => SourceType)
export class ImportsResolver {
  constructor(private readonly imports: ImportsService) {}

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => SourcePayload, {
    complexity: 100,
    description:
      'Adds a source from the document at an address, or from a file. Where the story has a source of this address, or of ' +
      'the text of a file without one, that is offered as `existing` and nothing is added.',
  })
  async sourceImport(
    @Args('input', { description: 'What to read, and what you know of it.' }) input: SourceImportInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    const { source, isNew, document } = await this.imports.import(input, acting(viewer));
    const facts = document && { document: toFacts(document) };
    if (isNew) return { source: toSource(source), ...facts };
    const message = 'The story has this source already.';
    const field = ['input', input.upload ? 'upload' : 'address'];
    return {
      existing: toSource(source),
      ...facts,
      userErrors: [{ code: UserErrorCode.ALREADY_EXISTS, message, field }],
    };
  }
}
