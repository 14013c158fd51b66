/** One statement for each query, which builds the whole answer as JSON inside PostgreSQL. */

const CITATIONS = (most: number): string => `
  coalesce((SELECT json_agg(json_build_object('id', i.id, 'quote', i.quote_exact,
      'source', json_build_object('title', s.title, 'url', s.url)) ORDER BY i.id)
    FROM (SELECT * FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id ORDER BY i.id LIMIT ${most}) i
    JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id), '[]')`;

const VALUE = `json_build_object('kind', c.value_kind, 'amount', c.quantity_amount::text, 'lower', c.quantity_lower::text,
  'upper', c.quantity_upper::text, 'unit', c.quantity_unit, 'edtf', c.time_edtf, 'concept', v.pref_label,
  'boolean', c.boolean_value, 'text', c.text_value)`;

const STORY = (beyond: string): string => `
  SELECT json_build_object('id', t.id, 'title', t.title, 'hasNextPage', count(p.id) > 50,
    'endCursor', max(p.id::text) FILTER (WHERE p.place = 50),
    'claims', json_agg(p.claim ORDER BY p.place) FILTER (WHERE p.place <= 50))::text AS body
  FROM story t LEFT JOIN LATERAL (
    SELECT c.id, row_number() OVER (ORDER BY c.id DESC) AS place, json_build_object(
      'id', c.id, 'statement', c.statement, 'value', ${VALUE}, 'citations', ${CITATIONS(3)},
      'contradictions', coalesce((SELECT json_agg(json_build_object('id', x.id, 'kind', x.kind, 'strength', x.strength,
          'explanation', x.explanation) ORDER BY x.id)
        FROM (SELECT * FROM contradiction_member m WHERE m.story_id = c.story_id AND m.claim_id = c.id
              ORDER BY m.contradiction_id LIMIT 5) m
        JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id), '[]')) AS claim
    FROM (SELECT * FROM claim c WHERE c.story_id = t.id ${beyond} ORDER BY c.id DESC LIMIT 51) c
    LEFT JOIN concept v ON v.id = c.concept_id
  ) p ON true
  WHERE t.id = $1::uuid GROUP BY t.id, t.title`;

export const STATEMENTS: Readonly<Record<string, string>> = {
  story: STORY(''),
  deep: STORY('AND c.id < $2::uuid'),
  feed: `
    SELECT json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(f.id::text) FILTER (WHERE f.place = 50),
      'contradictions', json_agg(f.contradiction ORDER BY f.place) FILTER (WHERE f.place <= 50))::text AS body
    FROM (
      SELECT x.id, row_number() OVER (ORDER BY x.id DESC) AS place, json_build_object(
        'id', x.id, 'kind', x.kind, 'strength', x.strength, 'explanation', x.explanation,
        'members', (SELECT json_agg(json_build_object('id', c.id, 'statement', c.statement, 'citations', ${CITATIONS(1)})
            ORDER BY c.id)
          FROM contradiction_member m JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
          WHERE m.story_id = x.story_id AND m.contradiction_id = x.id)) AS contradiction
      FROM (SELECT * FROM contradiction x WHERE x.status = 'OPEN' ORDER BY x.id DESC LIMIT 51) x
    ) f`,
  claim: `
    SELECT json_build_object('id', c.id, 'statement', c.statement, 'value', ${VALUE}, 'subject', b.label,
      'property', json_build_object('key', p.key, 'label', p.label), 'citations', ${CITATIONS(20)})::text AS body
    FROM claim c
    JOIN subject b ON b.story_id = c.story_id AND b.id = c.subject_id
    JOIN property p ON p.id = c.property_id
    LEFT JOIN concept v ON v.id = c.concept_id
    WHERE c.story_id = $1::uuid AND c.id = $2::uuid`,
};
