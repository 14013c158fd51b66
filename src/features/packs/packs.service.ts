import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ReadableVocabulary } from '../../domain/reading/index.js';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, UserErrors, type UserProblem } from '../../graphql/errors/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { shippedPath } from '../../platform/files/shipped-path.js';
import type { ActingViewer } from '../auth/index.js';
import type { ReexaminationType } from '../reexaminations/index.js';
import { VocabularyChangeService, VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { expandPack, type ExpandedPack } from './expanded-pack.js';
import type { VocabularyPackType } from './graphql/pack.types.js';
import { changesOf, type TermChange } from './pack-changes.js';
import { planImport, vocabularyAfter, vocabularyBefore, type KnownVocabulary, type PackPlan } from './pack-plan.js';
import { orphanProblems, soundnessProblems, type PlanProblem } from './pack-rules.js';
import { MAX_PROBLEMS, readPackText, type FilePosition, type PackPath } from './pack-text.js';
import { touchesOf } from './pack-touches.js';
import { PackWritesRepository } from './pack-writes.repository.js';
import { toPack } from './pack.mapper.js';
import { LIST_ORDER, PacksRepository, type PackRow } from './packs.repository.js';
import { readableVocabulary } from './readable-vocabulary.js';

/** What an import did, or would do. */
export interface Import {
  /** The pack as it is now; null for one that a preview looked at and that was never imported. */
  readonly row: PackRow | null;
  readonly changes: readonly TermChange[];
  readonly reexamination: ReexaminationType | null;
}

/** A pack that can be read, and where its parts stand. */
interface ReadPack {
  readonly pack: ExpandedPack;
  readonly digest: string;
  readonly locate: (path: PackPath) => FilePosition;
}

/** Vocabulary packs: importing them, and what they say of reading. */
@Injectable()
export class PacksService {
  constructor(
    private readonly database: Database,
    private readonly repository: PacksRepository,
    private readonly writes: PackWritesRepository,
    private readonly changes: VocabularyChangeService,
    private readonly vocabulary: VocabularyService,
  ) {}

  async list(args: PageArgs): Promise<ConnectionOf<VocabularyPackType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.list(page);
    return toConnection(
      rows.map(toPack),
      page,
      (node) => [node.localId],
      () => this.repository.count(),
    );
  }

  /**
   * Says what importing a pack would do, and changes nothing.
   * @param content the text of the pack: YAML or JSON
   * @throws UserErrors with positions in the text, where the import would be refused
   */
  async preview(content: string): Promise<Import> {
    const read = readPack(content);
    return this.database.transaction(async (tx) => {
      const vocabulary = await this.vocabulary.read(tx);
      const { row, changes } = await this.plan(tx, read, vocabulary);
      return { row, changes, reexamination: null };
    });
  }

  /**
   * Brings the vocabulary in line with a pack. Imported again, it changes nothing.
   * @param content the text of the pack: YAML or JSON
   * @throws UserErrors with positions in the text; then nothing is changed
   */
  async import(content: string, viewer: ActingViewer): Promise<Import> {
    const read = readPack(content);
    let done: readonly TermChange[] = [];
    const act = { action: 'vocabularyImport', objectType: 'VocabularyPack', viewer } as const;
    const changed = await this.changes.make<PackRow & { changes?: readonly TermChange[] }>(
      act,
      async (tx, vocabulary, now) => {
        const { row: before, plan, changes, known } = await this.plan(tx, read, vocabulary);
        const { key, label, description, recognition } = read.pack;
        const made = before ?? { id: uuidv7(), createdAt: now };
        const after: PackRow = { ...made, key, label, description, recognition, digest: read.digest, importedAt: now };
        done = changes;
        await this.writes.savePack(tx, after);
        await this.writes.apply(tx, after.id, plan, now);
        const touches = touchesOf(plan, vocabularyAfter(known, plan), vocabulary);
        // The record says what was changed, too.
        return { before, after: { ...after, changes }, touches };
      },
    );
    return { ...changed, changes: done };
  }

  /**
   * Imports a pack that comes with the service, unless it was imported before: what people have made of it since stays.
   * @param name of its file, without the ending
   */
  async ensureShipped(name: string, viewer: ActingViewer): Promise<void> {
    const content = await readFile(shippedPath('packs', `${name}.yaml`), 'utf8');
    const { pack } = readPack(content);
    if ((await this.repository.findByKey(this.database, pack.key)) === null) await this.import(content, viewer);
  }

  /**
   * All that texts are read by.
   * @param keys of the packs to read by; all where it is null
   */
  async readable(keys: readonly string[] | null): Promise<ReadableVocabulary> {
    const [vocabulary, packs, open, recognition] = [
      await this.vocabulary.current(),
      await this.repository.findAllDeclaring(this.database),
      await this.repository.findOpenSchemes(this.database),
      await this.repository.findRecognition(this.database),
    ];
    const chosen = keys === null ? packs : packs.filter(({ key }) => keys.includes(key));
    return readableVocabulary(chosen, { vocabulary, open, recognition });
  }

  private async plan(
    tx: Transaction,
    { pack, locate }: ReadPack,
    vocabulary: VocabularySnapshot,
  ): Promise<{ row: PackRow | null; plan: PackPlan; changes: readonly TermChange[]; known: KnownVocabulary }> {
    const row = await this.repository.findByKey(tx, pack.key);
    const known: KnownVocabulary = {
      vocabulary,
      open: await this.repository.findOpenSchemes(tx),
      recognition: await this.repository.findRecognition(tx),
      terms: row ? await this.repository.findTerms(tx, row.id) : [],
      declaredElsewhere: await this.repository.findDeclaredElsewhere(tx, row?.id ?? NO_PACK),
    };
    const plan = planImport(pack, known);
    const after = vocabularyAfter(known, plan);
    const usage = await this.repository.findUsage(
      tx,
      [
        ...plan.planned.PROPERTY.map((entry) => entry.after.id),
        ...plan.dropped.PROPERTY.map(({ before }) => before.id),
      ],
      plan.dropped.CONCEPT.map(({ before }) => before.id),
    );
    const problems = [...soundnessProblems(plan, after), ...orphanProblems(plan, after, usage)];
    if (problems.length > 0) {
      throw refusal(problems, locate);
    }
    return { row, plan, changes: changesOf(plan, vocabularyBefore(known), after), known };
  }
}

/** Stands for a pack that is not there. */
const NO_PACK = '00000000-0000-0000-0000-000000000000';

/** @throws UserErrors with the position of each problem in the text */
function readPack(content: string): ReadPack {
  const read = readPackText(content);
  if ('problems' in read) {
    throw new UserErrors(read.problems.map(({ message, ...at }) => inFile(UserErrorCode.INVALID_INPUT, message, at)));
  }
  const { locate } = read.text;
  const { pack, problems } = expandPack(read.text.pack);
  if (problems.length > 0) {
    throw refusal(
      problems.map(({ code, ...rest }) => ({ code: UserErrorCode[code], ...rest })),
      locate,
    );
  }
  return { pack, locate, digest: createHash('sha256').update(content).digest('hex') };
}

function refusal(problems: readonly PlanProblem[], locate: (path: PackPath) => FilePosition): UserErrors {
  const told = problems.slice(0, MAX_PROBLEMS);
  return new UserErrors(told.map(({ code, message, path }) => inFile(code, message, locate(path))));
}

function inFile(code: UserErrorCode, message: string, position: FilePosition): UserProblem {
  return { code, message, field: ['input', 'content'], position };
}
