-- The views of what the public sees look up what a row rests on, row by row (OFFSET 0). Without that the planner may join
-- the two first and, where it knows nothing of the tables yet, go through all published claims for each row.
CREATE OR REPLACE FUNCTION published.refresh() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE OR REPLACE VIEW published.claim AS
    SELECT c.* FROM public.claim c WHERE c.status = 'PUBLISHED';

  CREATE OR REPLACE VIEW published.citation AS
    SELECT i.* FROM public.citation i WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = i.story_id AND c.id = i.claim_id AND c.status = 'PUBLISHED' OFFSET 0);

  CREATE OR REPLACE VIEW published.contradiction AS
    SELECT x.* FROM public.contradiction x WHERE x.published;

  -- What nobody has published an answer to is not asked; what is disputed in public is so by published claims.
  CREATE OR REPLACE VIEW published.question AS
    SELECT q.story_id, q.id, q.subject_id, q.property_id,
      q.disputed AND (
        EXISTS (SELECT FROM public.contradiction x WHERE x.story_id = q.story_id AND x.question_id = q.id
          AND x.published AND x.status IN ('OPEN', 'IN_REVIEW') OFFSET 0)
        OR EXISTS (SELECT FROM public.contradiction_question n
          JOIN public.contradiction x ON x.story_id = n.story_id AND x.id = n.contradiction_id
          WHERE n.story_id = q.story_id AND n.question_id = q.id
            AND x.published AND x.status IN ('OPEN', 'IN_REVIEW') OFFSET 0)) AS disputed,
      q.created_at, q.search_exhausted
    FROM public.question q WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = q.story_id AND c.question_id = q.id AND c.status = 'PUBLISHED' OFFSET 0);

  CREATE OR REPLACE VIEW published.question_partition AS
    SELECT p.* FROM public.question_partition p WHERE EXISTS (
      SELECT FROM published.question q WHERE q.story_id = p.story_id AND q.id = p.question_id OFFSET 0);

  CREATE OR REPLACE VIEW published.question_evidence AS
    SELECT e.* FROM public.question_evidence e WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = e.story_id AND c.id = e.claim_id AND c.status = 'PUBLISHED' OFFSET 0);

  CREATE OR REPLACE VIEW published.evidence_grade AS
    SELECT g.* FROM public.evidence_grade g WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = g.story_id AND c.id = g.hypothesis_id AND c.status = 'PUBLISHED' OFFSET 0);

  CREATE OR REPLACE VIEW published.review_request AS
    SELECT r.* FROM public.review_request r WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = r.story_id AND c.id = r.claim_id AND c.status = 'PUBLISHED' OFFSET 0);

  CREATE OR REPLACE VIEW published.revision AS
    SELECT r.* FROM public.revision r WHERE EXISTS (
        SELECT FROM public.claim c WHERE c.story_id = r.story_id AND c.id = r.claim_id AND c.status = 'PUBLISHED' OFFSET 0)
      OR EXISTS (
        SELECT FROM public.contradiction x WHERE x.story_id = r.story_id AND x.id = r.contradiction_id AND x.published OFFSET 0);
END $$;

SELECT published.refresh();
