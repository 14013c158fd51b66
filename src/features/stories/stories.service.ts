import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  batchedConnection,
  pageRequest,
  toConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import type { Asked } from '../../platform/reading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { StoryCreateInput, StoryListArgs, SubjectCreateInput } from './graphql/story.inputs.js';
import type { StoryType } from './graphql/story.type.js';
import type { SubjectType } from './graphql/subject.type.js';
import { slugCandidates, slugOf } from './slug.js';
import { StoriesRepository, storyOrder } from './stories.repository.js';
import { toStory, toSubject } from './story.mapper.js';
import { SUBJECT_ORDER, SubjectsRepository } from './subjects.repository.js';
import type { StoryRow } from './story.shape.js';
import type { SubjectRow } from './subject.shape.js';

/** How many numbered slugs are tried for titles that are alike. */
const MOST_ALIKE = 1_000;
/** How often a slug is made anew because somebody else took it at the same moment. */
const SLUG_ATTEMPTS = 20;

@Injectable()
export class StoriesService {
  constructor(
    private readonly database: Database,
    private readonly stories: StoriesRepository,
    private readonly subjects: SubjectsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @param asked what is asked of it; everything where absent */
  async findBySlug(slug: string, asked: Asked | null = null): Promise<StoryType | null> {
    const row = await this.stories.findBySlug(slug, asked);
    return row && toStory(row);
  }

  async list(args: StoryListArgs): Promise<ConnectionOf<StoryType>> {
    const order = storyOrder(args.orderBy ?? null);
    const title = args.filter?.title ?? null;
    const page = pageRequest(args, order);
    const rows = await this.stories.list(title, order, page);
    const cursorOf = (story: StoryType) => [
      ...(order.key.startsWith('updatedAt') ? [story.updatedAt.toISOString()] : []),
      ...(order.key.startsWith('title') ? [story.title] : []),
      story.localId,
    ];
    return toConnection(rows.map(toStory), page, cursorOf, () => this.stories.count(title));
  }

  listSubjects(loaders: Loaders, storyId: string, args: PageArgs): Promise<ConnectionOf<SubjectType>> {
    return batchedConnection(loaders, storyId, args, {
      name: 'story.subjects',
      ordering: SUBJECT_ORDER,
      nameOf: String,
      read: (storyIds, page) => this.subjects.listByStories(storyIds, page),
      ownerOf: (row) => row.storyId,
      toNode: toSubject,
      cursorOf: (subject) => [subject.localId],
      count: (storyIds) => this.subjects.countByStories(storyIds),
    });
  }

  /** @throws UserErrors ALREADY_EXISTS where the slug is taken */
  async create(input: StoryCreateInput, viewer: ActingViewer): Promise<StoryRow> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.insert(input, viewer);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // A slug that was made here was free a moment ago: somebody else took it, so another one will do.
        if (input.slug == null && attempt < SLUG_ATTEMPTS) continue;
        const message = 'Another story has this slug; choose a different one.';
        throw userError(UserErrorCode.ALREADY_EXISTS, message, ['input', 'slug']);
      }
    }
  }

  private async insert(input: StoryCreateInput, viewer: ActingViewer): Promise<StoryRow> {
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const slug = input.slug ?? (await this.freeSlug(tx, slugOf(input.title)));
      const row: StoryRow = {
        id: uuidv7(),
        slug,
        title: input.title,
        summary: input.summary ?? null,
        createdAt: now,
        updatedAt: now,
      };
      await this.stories.insert(tx, row);
      const after = { slug, title: row.title, summary: row.summary };
      await this.audit.append(
        tx,
        { viewer, action: 'storyCreate', objectType: 'Story', objectId: row.id, storyId: row.id, after },
        now,
      );
      return row;
    });
  }

  /** @throws UserErrors where the story is not there */
  async createSubject(input: SubjectCreateInput, viewer: ActingViewer): Promise<SubjectRow> {
    const storyId = requireIds('Story', input.story, ['input', 'story']).id;
    return this.database.transaction(async (tx) => {
      const [story] = await this.stories.findByIds([storyId], tx);
      if (!story) throw notFound('Story', ['input', 'story']);
      const { kind, label, aliases, sameAs } = input;
      const row = { storyId, id: uuidv7(), kind, label, aliases: aliases ?? [], sameAs: sameAs ?? [] };
      await this.addSubject(tx, row, { viewer, action: 'subjectCreate' });
      return row;
    });
  }

  /** Adds a subject to a story that is there, in a transaction of the caller's. */
  async addSubject(
    tx: Transaction,
    row: SubjectRow,
    { viewer, action }: { viewer: ActingViewer; action: string },
  ): Promise<void> {
    const now = new Date();
    const { storyId, id: objectId } = row;
    await this.subjects.insert(tx, row, now);
    await this.audit.append(tx, { viewer, action, objectType: 'Subject', objectId, storyId, after: { ...row } }, now);
  }

  private async freeSlug(tx: Transaction, slug: string): Promise<string> {
    const candidates = slugCandidates(slug, MOST_ALIKE);
    const taken = new Set(await this.stories.findTakenSlugs(tx, candidates));
    return candidates.find((candidate) => !taken.has(candidate)) ?? `${slug.slice(0, 27)}-${uuidv7()}`;
  }
}
