import { Prisma } from '../../platform/database/index.js';

/** The columns of `claim c` that its value is read from, as `ValueColumns` names them. */
export const VALUE_COLUMNS: readonly string[] = [
  'c.value_kind::text AS "valueKind"',
  'c.quantity_amount::text AS "quantityAmount"',
  'c.quantity_lower::text AS "quantityLower"',
  'c.quantity_upper::text AS "quantityUpper"',
  'c.quantity_lower_open AS "quantityLowerOpen"',
  'c.quantity_upper_open AS "quantityUpperOpen"',
  'c.quantity_approximate AS "quantityApproximate"',
  'c.quantity_unit AS "quantityUnit"',
  'c.time_edtf AS "timeEdtf"',
  'c.time_earliest AS "timeEarliest"',
  'c.time_latest AS "timeLatest"',
  'c.concept_id AS "conceptId"',
  'c.boolean_value AS "booleanValue"',
  'c.text_value AS "textValue"',
  'c.text_language AS "textLanguage"',
];

/** The scope of `claim c`: its terms by dimension. */
export const SCOPE_COLUMN = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('dimension', t.dimension, 'conceptId', t.concept_id) ORDER BY t.dimension)
  FROM claim_scope t WHERE t.story_id = c.story_id AND t.claim_id = c.id), '[]') AS scope`;

/** What of `claim c` is compared, whichever of its citations count. */
export const COMPARED_COLUMNS = Prisma.raw(
  [
    'c.story_id AS "storyId"',
    'c.id',
    'c.question_id AS "questionId"',
    'c.polarity::text',
    ...VALUE_COLUMNS,
    SCOPE_COLUMN,
    `c.rank = 'PREFERRED' AS preferred`,
    'c.identity',
  ].join(', '),
);

/** Of `citation i` of one claim, the lead comes first: said first, of those of the lesser source, of those first in it. */
export const LEAD_ORDER = Prisma.sql`i.said_to, i.source_id, i.quote_start, i.id`;

/** Whether `claim c` still stands. */
export const STANDS = Prisma.sql`c.status NOT IN ('REJECTED', 'RETRACTED')`;

/** Whether `claim c` can raise contradictions. */
export const IS_COMPARED = Prisma.sql`${STANDS} AND c.rank <> 'DEPRECATED'`;
