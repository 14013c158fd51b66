-- What the public sees: the schema "published" has a view for each table of which it sees only a part, by the table's
-- name. A connection of the public has that schema before "public" in its search_path, so that whatever it reads, it
-- reads that part. A view has exactly the columns of its table: a migration that adds one to such a table ends with
-- SELECT published.refresh();

-- Whether all members of a contradiction are published: kept here, since lists are read by it.
ALTER TABLE "contradiction" ADD COLUMN "published" BOOLEAN NOT NULL DEFAULT false;

UPDATE "contradiction" x SET "published" = true WHERE NOT EXISTS (
  SELECT FROM "contradiction_member" m JOIN "claim" c ON c."story_id" = m."story_id" AND c."id" = m."claim_id"
  WHERE m."story_id" = x."story_id" AND m."contradiction_id" = x."id" AND c."status" <> 'PUBLISHED');

-- A contradiction has its members from the beginning; what changes is their status.
CREATE FUNCTION "contradictions_follow_publication"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whoever publishes another member of one waits here, and then sees what was done.
  PERFORM FROM "contradiction" x JOIN "contradiction_member" m
      ON m."story_id" = x."story_id" AND m."contradiction_id" = x."id"
    WHERE m."story_id" = NEW."story_id" AND m."claim_id" = NEW."id" ORDER BY x."id" FOR NO KEY UPDATE OF x;
  UPDATE "contradiction" x SET "published" = NOT x."published"
    FROM "contradiction_member" m
    WHERE m."story_id" = NEW."story_id" AND m."claim_id" = NEW."id"
      AND x."story_id" = m."story_id" AND x."id" = m."contradiction_id"
      AND x."published" <> NOT EXISTS (
        SELECT FROM "contradiction_member" o JOIN "claim" c ON c."story_id" = o."story_id" AND c."id" = o."claim_id"
        WHERE o."story_id" = x."story_id" AND o."contradiction_id" = x."id" AND c."status" <> 'PUBLISHED');
  RETURN NULL;
END $$;
CREATE TRIGGER "contradictions_follow_publication" AFTER UPDATE OF "status" ON "claim" FOR EACH ROW
  WHEN ((OLD."status" = 'PUBLISHED') <> (NEW."status" = 'PUBLISHED'))
  EXECUTE FUNCTION "contradictions_follow_publication"();

CREATE SCHEMA "published";

CREATE FUNCTION published.refresh() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE OR REPLACE VIEW published.claim AS
    SELECT c.* FROM public.claim c WHERE c.status = 'PUBLISHED';

  CREATE OR REPLACE VIEW published.citation AS
    SELECT i.* FROM public.citation i WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = i.story_id AND c.id = i.claim_id AND c.status = 'PUBLISHED');

  CREATE OR REPLACE VIEW published.contradiction AS
    SELECT x.* FROM public.contradiction x WHERE x.published;

  -- What nobody has published an answer to is not asked; what is disputed in public is so by published claims.
  CREATE OR REPLACE VIEW published.question AS
    SELECT q.story_id, q.id, q.subject_id, q.property_id,
      q.disputed AND (
        EXISTS (SELECT FROM public.contradiction x WHERE x.story_id = q.story_id AND x.question_id = q.id
          AND x.published AND x.status IN ('OPEN', 'IN_REVIEW'))
        OR EXISTS (SELECT FROM public.contradiction_question n
          JOIN public.contradiction x ON x.story_id = n.story_id AND x.id = n.contradiction_id
          WHERE n.story_id = q.story_id AND n.question_id = q.id
            AND x.published AND x.status IN ('OPEN', 'IN_REVIEW'))) AS disputed,
      q.created_at, q.search_exhausted
    FROM public.question q WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = q.story_id AND c.question_id = q.id AND c.status = 'PUBLISHED');

  CREATE OR REPLACE VIEW published.question_partition AS
    SELECT p.* FROM public.question_partition p WHERE EXISTS (
      SELECT FROM published.question q WHERE q.story_id = p.story_id AND q.id = p.question_id);

  CREATE OR REPLACE VIEW published.question_evidence AS
    SELECT e.* FROM public.question_evidence e WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = e.story_id AND c.id = e.claim_id AND c.status = 'PUBLISHED');

  CREATE OR REPLACE VIEW published.evidence_grade AS
    SELECT g.* FROM public.evidence_grade g WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = g.story_id AND c.id = g.hypothesis_id AND c.status = 'PUBLISHED');

  CREATE OR REPLACE VIEW published.review_request AS
    SELECT r.* FROM public.review_request r WHERE EXISTS (
      SELECT FROM public.claim c WHERE c.story_id = r.story_id AND c.id = r.claim_id AND c.status = 'PUBLISHED');

  CREATE OR REPLACE VIEW published.revision AS
    SELECT r.* FROM public.revision r WHERE EXISTS (
        SELECT FROM public.claim c WHERE c.story_id = r.story_id AND c.id = r.claim_id AND c.status = 'PUBLISHED')
      OR EXISTS (
        SELECT FROM public.contradiction x WHERE x.story_id = r.story_id AND x.id = r.contradiction_id AND x.published);
END $$;

SELECT published.refresh();
