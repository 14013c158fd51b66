import { Prisma, type StoryKey } from '../../platform/database/index.js';
import { RowShape, type Carry } from '../../platform/reading/index.js';
import type { SubjectKind } from './graphql/subject.type.js';

export interface SubjectRow extends StoryKey {
  kind: SubjectKind;
  label: string;
  aliases: string[];
  sameAs: string[];
}

/** How rows of `subject s` are read. */
export const SUBJECT_SHAPE = new RowShape<SubjectRow>({
  id: 's.id',
  outer: ['s.story_id AS "storyId"'],
  fields: {
    id: [],
    story: [],
    kind: ['s.kind::text'],
    label: ['s.label'],
    aliases: ['s.aliases'],
    sameAs: ['s.same_as AS "sameAs"'],
    questions: [],
    contradictionsAsOf: [],
  },
});

/**
 * Lets a row come with its subject.
 * @param storyId the column of the row that names the story
 * @param id the column of the row that names the subject
 */
export function carrySubject(storyId: Prisma.Sql, id: Prisma.Sql): Carry {
  return SUBJECT_SHAPE.carryOne(Prisma.sql`subject s WHERE s.story_id = ${storyId} AND s.id = ${id}`);
}
