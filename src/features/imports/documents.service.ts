import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { Config } from '../../platform/config/config.js';
import { fetchDocument } from './address/fetch-document.js';
import { ImportProblem } from './import-problem.js';
import { DocumentReader } from './reading/document-reader.js';
import type { ReadDocument } from './reading/document.js';
import type { RawDocument } from './reading/read-document.js';

/** How long an address may take to give its document, in milliseconds. */
const PATIENCE = 30_000;

/** Fetches and reads documents, and tells what is wrong with them as user errors. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly config: Config,
    private readonly reader: DocumentReader,
  ) {}

  /**
   * @param charset its charset, where it is known better than from the document
   * @returns the document, and where it was found after redirects
   * @throws UserErrors at `field` where it cannot be had or read
   */
  async fetch(
    address: string,
    charset: string | null,
    field: readonly string[],
  ): Promise<{ url: string; document: ReadDocument }> {
    return asUserErrors(field, async () => {
      const { url, contentType, bytes } = await fetchDocument(address, {
        allowed: this.config.importAllow,
        resolve: (host) => lookup(host, { all: true }),
        patience: PATIENCE,
      });
      const name = new URL(url).pathname;
      return { url, document: await this.reader.read({ bytes, contentType, name, url, charset }) };
    });
  }

  /** @throws UserErrors at `field` where it cannot be read */
  async read(raw: RawDocument, field: readonly string[]): Promise<ReadDocument> {
    return asUserErrors(field, () => this.reader.read(raw));
  }
}

async function asUserErrors<T>(field: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    throw userError(UserErrorCode[error.code], error.message, field);
  }
}
