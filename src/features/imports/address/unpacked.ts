import type { Readable } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ImportProblem, MAX_DOCUMENT_BYTES, tooLarge } from '../import-problem.js';

/** How a body can be packed (RFC 9110, section 8.4.1), and what unpacks it. */
const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What the service says that it can unpack. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

/** Packing twice has no use but to hurt whoever unpacks. */
const MAX_CODINGS = 1;

/**
 * Reads a body to its end and unpacks it. What comes in and what comes out are counted while they flow, so that neither an
 * endless body nor a small one that unpacks to a large one takes more memory than a document may.
 * @param encoding the Content-Encoding header, empty where there is none
 * @throws ImportProblem where it is packed in a way that is not known, or too large
 */
export async function unpacked(body: Readable, encoding: string): Promise<Buffer> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const unpackers = codings.map((coding) => UNPACKERS[coding]);
  if (codings.length > MAX_CODINGS || unpackers.includes(undefined)) {
    body.destroy();
    const message = 'The address sends its document packed in a way that is not read. Save the document and upload it.';
    throw new ImportProblem('UNSUPPORTED_MEDIA_TYPE', message);
  }
  const unpack = unpackers[0];
  return collected(unpack === undefined ? body : through(through(body, counter()), unpack()));
}

/** Where one of the two fails so does what is read. */
function through(from: Readable, into: Transform): Transform {
  return pipeline(from, into, () => undefined);
}

function counter(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > MAX_DOCUMENT_BYTES) done(tooLarge('The address'));
      else done(null, chunk);
    },
  });
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_DOCUMENT_BYTES) throw tooLarge('The address');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
