import { Injectable } from '@nestjs/common';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { Asked, Carrier } from '../../platform/reading/index.js';
import { STORY_SHAPE } from './story.shape.js';
import { SUBJECT_SHAPE } from './subject.shape.js';
import type { StoryType } from './graphql/story.type.js';
import type { SubjectType } from './graphql/subject.type.js';
import { StoriesRepository } from './stories.repository.js';
import { toStory, toSubject } from './story.mapper.js';
import { SubjectsRepository } from './subjects.repository.js';

/** Stories and subjects by id, many in one statement. */
@Injectable()
export class StoryLoader {
  constructor(
    private readonly stories: StoriesRepository,
    private readonly subjects: SubjectsRepository,
  ) {}

  /** A story, read for what is asked of it where something can come with it; else whole, for all that ask for it. */
  storyAsked(loaders: Loaders, id: string, asked: Asked): Promise<StoryType | null> {
    return this.story(loaders, id, STORY_SHAPE.carries(asked) ? asked : null);
  }

  story(loaders: Loaders, id: string, asked: Asked | null = null): Promise<StoryType | null> {
    return loaders
      .get<string, StoryType | null>(`story ${asked?.key ?? ''}`, async (ids) => {
        const rows = await this.stories.findAsked(ids, asked);
        return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toStory(row));
      })
      .load(id);
  }

  /**
   * The id of the story that an optional argument names; undefined where it names none.
   * @param field path of the argument
   * @throws UserErrors where there is no such story
   */
  async idOfExisting(
    loaders: Loaders,
    globalId: string | null | undefined,
    field: readonly string[],
  ): Promise<string | undefined> {
    if (globalId === null || globalId === undefined) return undefined;
    const { id } = requireIds('Story', globalId, field);
    if (!(await this.story(loaders, id))) throw notFound('Story', field);
    return id;
  }

  /** The subject of what names it, such as a claim: the one that came with it, or else the one with this key. */
  subjectOf(loaders: Loaders, carrier: Carrier, key: StoryKey): SubjectType | Promise<SubjectType | null> {
    const row = SUBJECT_SHAPE.rowFrom(carrier, 'subject', { storyId: key.storyId });
    return row ? toSubject(row) : this.subject(loaders, key);
  }

  subject(loaders: Loaders, key: StoryKey): Promise<SubjectType | null> {
    return loaders
      .get<StoryKey, SubjectType | null>(
        'subject',
        async (keys) => {
          const rows = await this.subjects.findByKeys(keys);
          return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toSubject(row));
        },
        nameOfKey,
      )
      .load(key);
  }
}
