import { RowShape, type Carrier } from '../../platform/reading/index.js';

export interface StoryRow extends Carrier {
  id: string;
  slug: string;
  title: string;
  summary: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** How rows of `story s` are read. */
export const STORY_SHAPE = new RowShape<StoryRow>({
  id: 's.id',
  fields: {
    id: [],
    slug: ['s.slug'],
    title: ['s.title'],
    summary: ['s.summary'],
    subjects: [],
    sources: [],
    claims: [],
    questions: [],
    contradictions: [],
    suggestionOutcomes: [],
    createdAt: ['s.created_at AS "createdAt"'],
    updatedAt: ['s.updated_at AS "updatedAt"'],
  },
  instants: ['createdAt', 'updatedAt'],
});
