import { pgSmartTags } from 'postgraphile/utils';

/**
 * Two relations that Gainsay's schema has and the tables imply, without a foreign key that says so directly: a claim's
 * subject and its property, which the claim's question has too. Without them PostGraphile would have to go round by
 * the question.
 */
export const addForeignKeys = pgSmartTags({
  kind: 'class',
  match: 'public.claim',
  tags: {
    foreignKey: ['(story_id, subject_id) references subject (story_id, id)', '(property_id) references property (id)'],
  },
});
