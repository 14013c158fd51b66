-- Whoever listens on the channel gainsay_changes is told, once the transaction has committed, which claims,
-- contradictions and imports it changed: {"of": the table, "story": its story, "ids": [...]}. A message holds at most 150
-- ids, as PostgreSQL takes none of 8,000 bytes or more. Triggers do it, so that it holds whoever writes.

CREATE FUNCTION "changes_told"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gainsay_changes', json_build_object('of', TG_TABLE_NAME, 'ids', json_agg(c."id"))::text)
    FROM (SELECT "id", (row_number() OVER ()) / 150 AS part FROM fresh) c GROUP BY c.part;
  RETURN NULL;
END $$;

CREATE FUNCTION "changes_of_story_told"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('gainsay_changes',
      json_build_object('of', TG_TABLE_NAME, 'story', c."story_id", 'ids', json_agg(c."id"))::text)
    FROM (SELECT "story_id", "id", (row_number() OVER (PARTITION BY "story_id")) / 150 AS part FROM fresh) c
    GROUP BY c."story_id", c.part;
  RETURN NULL;
END $$;

CREATE TRIGGER "claim_added_told" AFTER INSERT ON "claim" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_of_story_told"();
CREATE TRIGGER "claim_changed_told" AFTER UPDATE ON "claim" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_of_story_told"();
CREATE TRIGGER "contradiction_added_told" AFTER INSERT ON "contradiction" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_of_story_told"();
CREATE TRIGGER "contradiction_changed_told" AFTER UPDATE ON "contradiction" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_of_story_told"();
CREATE TRIGGER "bulk_import_added_told" AFTER INSERT ON "bulk_import" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_told"();
CREATE TRIGGER "bulk_import_changed_told" AFTER UPDATE ON "bulk_import" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "changes_told"();
