-- Whoever listens on the channel gainsay_changes is told which items of the review queue came, changed or left:
-- {"of": "review_queue", "story": its story, "ids": ["Claim <its id>", ...]}, at most 100 in a message, as PostgreSQL takes
-- none of 8,000 bytes or more. Triggers do it, so that it holds whoever writes. A table that joins the queue needs triggers of
-- its own, with one of these functions and the type of its nodes.

CREATE FUNCTION "review_queue_tell"(object text, stories uuid[], ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gainsay_changes',
      json_build_object('of', 'review_queue', 'story', c.story_id, 'ids', json_agg(object || ' ' || c.id))::text)
    FROM (SELECT k.story_id, k.id, (row_number() OVER (PARTITION BY k.story_id) - 1) / 100 AS part
            FROM unnest(stories, ids) AS k (story_id, id)) c
    GROUP BY c.story_id, c.part;
END $$;

-- For tables whose rows wait while they say since when.
CREATE FUNCTION "review_queue_waiting_told"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stories uuid[];
  ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM fresh c WHERE c."waiting_since" IS NOT NULL;
  ELSE
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM (
      SELECT "story_id", "id" FROM stale WHERE "waiting_since" IS NOT NULL
      UNION SELECT "story_id", "id" FROM fresh WHERE "waiting_since" IS NOT NULL) c;
  END IF;
  PERFORM "review_queue_tell"(TG_ARGV[0], stories, ids);
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_added_to_queue_told" AFTER INSERT ON "claim" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_waiting_told"('Claim');
CREATE TRIGGER "claim_of_queue_changed_told" AFTER UPDATE ON "claim" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_waiting_told"('Claim');
CREATE TRIGGER "contradiction_added_to_queue_told" AFTER INSERT ON "contradiction" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_waiting_told"('Contradiction');
CREATE TRIGGER "contradiction_of_queue_changed_told" AFTER UPDATE ON "contradiction"
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_waiting_told"('Contradiction');

CREATE FUNCTION "review_queue_open_told"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stories uuid[];
  ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM fresh c WHERE c."state" = 'OPEN';
  ELSE
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM (
      SELECT "story_id", "id" FROM stale WHERE "state" = 'OPEN'
      UNION SELECT "story_id", "id" FROM fresh WHERE "state" = 'OPEN') c;
  END IF;
  PERFORM "review_queue_tell"(TG_ARGV[0], stories, ids);
  RETURN NULL;
END $$;
CREATE TRIGGER "review_request_added_to_queue_told" AFTER INSERT ON "review_request" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_open_told"('ReviewRequest');
CREATE TRIGGER "review_request_of_queue_changed_told" AFTER UPDATE ON "review_request"
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_open_told"('ReviewRequest');

CREATE FUNCTION "review_queue_pending_told"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stories uuid[];
  ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM fresh c WHERE c."status" = 'PENDING';
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM stale c WHERE c."status" = 'PENDING';
  ELSE
    SELECT array_agg(c."story_id"), array_agg(c."id") INTO stories, ids FROM (
      SELECT "story_id", "id" FROM stale WHERE "status" = 'PENDING'
      UNION SELECT "story_id", "id" FROM fresh WHERE "status" = 'PENDING') c;
  END IF;
  PERFORM "review_queue_tell"(TG_ARGV[0], stories, ids);
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_suggestion_added_to_queue_told" AFTER INSERT ON "claim_suggestion" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_pending_told"('ClaimSuggestion');
CREATE TRIGGER "claim_suggestion_of_queue_changed_told" AFTER UPDATE ON "claim_suggestion"
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_pending_told"('ClaimSuggestion');
CREATE TRIGGER "claim_suggestion_removed_from_queue_told" AFTER DELETE ON "claim_suggestion" REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_pending_told"('ClaimSuggestion');

-- Who has an item at hand, and who is to work on it. Rows of which there are few at a time.
CREATE FUNCTION "review_lease_told"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lease "review_lease" := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM "review_queue_tell"(lease."object"::text, ARRAY[lease."story_id"], ARRAY[lease."object_id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "review_lease_told" AFTER INSERT OR UPDATE OR DELETE ON "review_lease"
  FOR EACH ROW EXECUTE FUNCTION "review_lease_told"();

CREATE FUNCTION "assignment_told"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "claim" c WHERE c."story_id" = NEW."story_id" AND c."id" = NEW."claim_id" AND c."waiting_since" IS NOT NULL)
  THEN
    PERFORM "review_queue_tell"('Claim', ARRAY[NEW."story_id"], ARRAY[NEW."claim_id"]);
  ELSIF EXISTS (SELECT FROM "contradiction" x
    WHERE x."story_id" = NEW."story_id" AND x."id" = NEW."contradiction_id" AND x."waiting_since" IS NOT NULL)
  THEN
    PERFORM "review_queue_tell"('Contradiction', ARRAY[NEW."story_id"], ARRAY[NEW."contradiction_id"]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "assignment_told" AFTER INSERT OR UPDATE ON "assignment" FOR EACH ROW EXECUTE FUNCTION "assignment_told"();
