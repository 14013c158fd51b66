import { Injectable } from '@nestjs/common';
import { sketchOf } from '../../domain/corroboration/text-sketch.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { encodeId, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { AgentsRepository } from '../agents/index.js';
import type { ActingViewer } from '../auth/index.js';
import {
  sha256Of,
  SourcesRepository,
  SourcesService,
  type SourceCreateInput,
  type SourceRow,
} from '../sources/index.js';
import { addressOfPage, plainAddress } from './address/plain-address.js';
import { DocumentsService } from './documents.service.js';
import type { SourceImportInput } from './graphql/import.inputs.js';
import { lineOf } from './reading/clean-words.js';
import type { ReadDocument } from './reading/document.js';
import { UploadsService } from './uploads.service.js';

/** What an import came to: a new source, or the one that is there already. */
export interface Imported {
  readonly source: SourceRow;
  readonly isNew: boolean;
  /** Null where the source was known before anything was read. */
  readonly document: ReadDocument | null;
}

/** A document as it was found. */
interface Found {
  readonly document: ReadDocument;
  /** Where it was found; null for a file. */
  readonly url: string | null;
  /** What it can be called where it has no title. */
  readonly name: string;
  readonly uploadId: string | null;
}

/** Makes sources of documents. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly uploads: UploadsService,
    private readonly sources: SourcesService,
    private readonly rows: SourcesRepository,
    private readonly agents: AgentsRepository,
  ) {}

  /**
   * Reads a document and adds it to a story, unless the story has a source of its address, or for a file without one, of
   * its text.
   * @throws UserErrors where the document cannot be had or read, or the source cannot stand
   */
  async import(input: SourceImportInput, viewer: ActingViewer): Promise<Imported> {
    const storyId = requireIds('Story', input.story, ['input', 'story']).id;
    await this.sources.requireStory(storyId);
    const address = input.address ?? null;
    const asked = [address, input.url ?? null].flatMap((url) => (url === null ? [] : [url, plainAddress(url)]));
    const known = await this.rows.findByAddress(storyId, asked, this.database);
    if (known) return { source: known, isNew: false, document: null };

    const found = await this.find(input, address, viewer);
    const source = await this.sourceOf(input, found);
    const addresses = [...asked, ...(source.url ? [source.url] : []), ...(found.url ? [plainAddress(found.url)] : [])];
    const sketch = sketchOf(source.text);
    return this.database.transaction(async (tx) => {
      await this.rows.lockStory(tx, storyId);
      const existing = source.url
        ? await this.rows.findByAddress(storyId, addresses, tx)
        : await this.rows.findByText(storyId, sha256Of(source.text), tx);
      if (existing) return { source: existing, isNew: false, document: found.document };
      const { mediaType } = found.document;
      const row = await this.sources.add(tx, { input: source, sketch, mediaType, action: 'sourceImport' }, viewer);
      if (found.uploadId !== null) await this.uploads.forget(tx, { id: found.uploadId });
      return { source: row, isNew: true, document: found.document };
    });
  }

  private async find(input: SourceImportInput, address: string | null, viewer: ActingViewer): Promise<Found> {
    const charset = input.charset ?? null;
    const upload = input.upload ?? null;
    if ((address === null) === (upload === null)) {
      throw userError(UserErrorCode.INVALID_INPUT, 'Give either address or upload.', ['input']);
    }
    if (address !== null) {
      const { url, document } = await this.documents.fetch(address, charset, ['input', 'address']);
      return { document, url, name: new URL(url).host, uploadId: null };
    }
    const field = ['input', 'upload'];
    const file = await this.uploads.require(upload ?? '', viewer, field);
    const { content: bytes, contentType, name } = file;
    const document = await this.documents.read({ bytes, contentType, name, url: null, charset }, field);
    return { document, url: null, name, uploadId: file.id };
  }

  /** What is said of a source in the input, and by its document where the input says nothing. */
  private async sourceOf(input: SourceImportInput, { document, url, name }: Found): Promise<SourceCreateInput> {
    const title = input.title ?? document.title ?? lineOf(name);
    if (title === null) {
      throw userError(UserErrorCode.REQUIRED, 'The document has no title. Give it one.', ['input', 'title']);
    }
    const publisher =
      document.publisher === null || input.publisher ? null : await this.agents.findOnlyByName(document.publisher);
    return {
      story: input.story,
      kind: input.kind ?? null,
      derivedFrom: input.derivedFrom ?? null,
      reliability: input.reliability ?? null,
      title,
      text: document.text,
      url: input.url ?? (url === null ? document.canonicalUrl : addressOfPage(url, document.canonicalUrl)),
      publisher: input.publisher ?? (publisher && encodeId('Agent', publisher)),
      authors: input.authors ?? [...document.authors],
      language: input.language ?? document.language,
      publishedAt: input.publishedAt ?? document.publishedAt,
    };
  }
}
