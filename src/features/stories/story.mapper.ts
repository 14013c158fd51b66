import { encodeId } from '../../graphql/node/index.js';
import type { StoryType } from './graphql/story.type.js';
import type { SubjectType } from './graphql/subject.type.js';
import type { StoryRow } from './story.shape.js';
import type { SubjectRow } from './subject.shape.js';

export function toStory(row: StoryRow): StoryType {
  const { id: localId, slug, title, summary, createdAt, updatedAt, carried } = row;
  return {
    __typename: 'Story',
    id: encodeId('Story', row),
    localId,
    slug,
    title,
    summary,
    createdAt,
    updatedAt,
    carried,
  };
}

export function toSubject(row: SubjectRow): SubjectType {
  const { id: localId, storyId, kind, label, aliases, sameAs } = row;
  return { __typename: 'Subject', id: encodeId('Subject', row), localId, storyId, kind, label, aliases, sameAs };
}
