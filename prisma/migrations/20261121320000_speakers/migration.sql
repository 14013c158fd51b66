-- Who speaks in a citation, on which question, and what a claim keeps of it: its speakers, and the days on which it
-- was said. Triggers keep all of it, so that it holds whoever writes the citations, one by one or in bulk.

-- ---- citations: on which question, and who speaks ------------------------------------------------------------

ALTER TABLE "citation"
  ADD COLUMN "question_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  ADD COLUMN "speaker_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';

CREATE FUNCTION "citation_speaker"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."question_id" := coalesce(
    (SELECT "question_id" FROM "claim" WHERE "story_id" = NEW."story_id" AND "id" = NEW."claim_id"),
    NEW."question_id");
  NEW."speaker_id" := coalesce(NEW."claimant_id",
    (SELECT "publisher_id" FROM "source" WHERE "story_id" = NEW."story_id" AND "id" = NEW."source_id"),
    NEW."source_id");
  RETURN NEW;
END $$;

CREATE TRIGGER "citation_speaker"
  BEFORE INSERT OR UPDATE OF "claim_id", "question_id", "source_id", "claimant_id", "speaker_id" ON "citation"
  FOR EACH ROW EXECUTE FUNCTION "citation_speaker"();

UPDATE "citation" SET "claim_id" = "claim_id";

-- A list of what somebody says, oldest first and undated last; and the same on one question.
CREATE INDEX "citation_by_speaker" ON "citation" (
  "story_id", "speaker_id", (coalesce("said_from", '9999-12-31 23:59:59.999+00'::timestamptz)), "id");
CREATE INDEX "citation_on_question" ON "citation" (
  "story_id", "question_id", "speaker_id", (coalesce("said_from", '9999-12-31 23:59:59.999+00'::timestamptz)), "id");
-- What a claim keeps of one speaker, anew after a removal.
CREATE INDEX "citation_story_id_claim_id_speaker_id_idx" ON "citation" ("story_id", "claim_id", "speaker_id");

-- ---- claims: their speakers, and the days on which they were said ----------------------------------------------

CREATE TABLE "claim_speaker" (
  "story_id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "speaker_id" UUID NOT NULL,
  "question_id" UUID NOT NULL,
  "last_said_from" TIMESTAMPTZ(3),
  "last_said_to" TIMESTAMPTZ(3),

  CONSTRAINT "claim_speaker_pkey" PRIMARY KEY ("story_id", "claim_id", "speaker_id")
);
CREATE INDEX "claim_speaker_story_id_question_id_speaker_id_idx"
  ON "claim_speaker" ("story_id", "question_id", "speaker_id");
ALTER TABLE "claim_speaker" ADD CONSTRAINT "claim_speaker_story_id_claim_id_fkey"
  FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "claim" ADD COLUMN "said_days" datemultirange;

-- The UTC days that an interval of instants touches.
CREATE FUNCTION "days_of"(said_from timestamptz, said_to timestamptz) RETURNS daterange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT daterange((said_from AT TIME ZONE 'UTC')::date, (said_to AT TIME ZONE 'UTC')::date, '[]')
$$;

CREATE FUNCTION "citation_added"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Triggers of statements fire where nothing changed, too: this one would fire itself for ever.
  IF NOT EXISTS (SELECT FROM fresh) THEN RETURN NULL; END IF;
  -- A claim or source that came in the same statement could not be seen when the citation was written.
  UPDATE "citation" i SET "claim_id" = i."claim_id"
    FROM fresh f
    JOIN "claim" c ON c."story_id" = f."story_id" AND c."id" = f."claim_id"
    JOIN "source" s ON s."story_id" = f."story_id" AND s."id" = f."source_id"
   WHERE i."story_id" = f."story_id" AND i."id" = f."id"
     AND (f."question_id" <> c."question_id" OR f."speaker_id" <> coalesce(f."claimant_id", s."publisher_id", s."id"));
  INSERT INTO "claim_speaker" AS kept
    SELECT i."story_id", i."claim_id", i."speaker_id", i."question_id", max(i."said_from"), max(i."said_to")
      FROM fresh f JOIN "citation" i ON i."story_id" = f."story_id" AND i."id" = f."id" GROUP BY 1, 2, 3, 4
  ON CONFLICT ("story_id", "claim_id", "speaker_id") DO UPDATE
    SET "last_said_from" = greatest(kept."last_said_from", excluded."last_said_from"),
        "last_said_to" = greatest(kept."last_said_to", excluded."last_said_to")
    WHERE greatest(kept."last_said_from", excluded."last_said_from") IS DISTINCT FROM kept."last_said_from"
       OR greatest(kept."last_said_to", excluded."last_said_to") IS DISTINCT FROM kept."last_said_to";
  UPDATE "claim" c SET "said_days" = coalesce(c."said_days", '{}') + n.days
    FROM (SELECT i."story_id", i."claim_id", range_agg("days_of"(i."said_from", i."said_to")) AS days
            FROM fresh i
            JOIN "claim" c ON c."story_id" = i."story_id" AND c."id" = i."claim_id"
            JOIN "property" p ON p."id" = c."property_id" AND p."accrual" = 'VARYING'
           WHERE i."said_from" IS NOT NULL GROUP BY 1, 2) n
   WHERE c."story_id" = n."story_id" AND c."id" = n."claim_id" AND (c."said_days" @> n.days) IS NOT TRUE;
  RETURN NULL;
END $$;

-- After a change or a removal both are worked out anew, for the claims concerned.
CREATE FUNCTION "citation_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "claim_speaker" v USING gone g
   WHERE v."story_id" = g."story_id" AND v."claim_id" = g."claim_id" AND v."speaker_id" = g."speaker_id";
  INSERT INTO "claim_speaker"
    SELECT i."story_id", i."claim_id", i."speaker_id", i."question_id", max(i."said_from"), max(i."said_to")
      FROM "citation" i
      JOIN (SELECT DISTINCT "story_id", "claim_id", "speaker_id" FROM gone) g
        ON i."story_id" = g."story_id" AND i."claim_id" = g."claim_id" AND i."speaker_id" = g."speaker_id"
     GROUP BY 1, 2, 3, 4;
  UPDATE "claim" c SET "said_days" = (
      SELECT range_agg("days_of"(i."said_from", i."said_to")) FROM "citation" i
       WHERE i."story_id" = c."story_id" AND i."claim_id" = c."id" AND i."said_from" IS NOT NULL)
    FROM (SELECT DISTINCT "story_id", "claim_id" FROM gone) g, "property" p
   WHERE c."story_id" = g."story_id" AND c."id" = g."claim_id" AND p."id" = c."property_id" AND p."accrual" = 'VARYING';
  RETURN NULL;
END $$;

CREATE TRIGGER "citation_added" AFTER INSERT ON "citation" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "citation_added"();
CREATE TRIGGER "citation_removed" AFTER DELETE ON "citation" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION "citation_gone"();
-- What was before is forgotten first, then what is now is added.
CREATE TRIGGER "citation_changed" AFTER UPDATE ON "citation" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION "citation_gone"();
CREATE TRIGGER "citation_changed_to" AFTER UPDATE ON "citation" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "citation_added"();

-- A source whose publisher becomes known speaks as that publisher.
CREATE FUNCTION "source_speaks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "citation" SET "source_id" = "source_id" WHERE "story_id" = NEW."story_id" AND "source_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "source_speaks" AFTER UPDATE OF "publisher_id" ON "source"
  FOR EACH ROW WHEN (OLD."publisher_id" IS DISTINCT FROM NEW."publisher_id") EXECUTE FUNCTION "source_speaks"();

-- A property that comes to vary needs the days of its claims.
CREATE FUNCTION "property_varies"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "claim" c SET "said_days" = CASE WHEN NEW."accrual" = 'VARYING' THEN (
      SELECT range_agg("days_of"(i."said_from", i."said_to")) FROM "citation" i
       WHERE i."story_id" = c."story_id" AND i."claim_id" = c."id" AND i."said_from" IS NOT NULL) END
   WHERE c."property_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "property_varies" AFTER UPDATE OF "accrual" ON "property"
  FOR EACH ROW WHEN (OLD."accrual" <> NEW."accrual") EXECUTE FUNCTION "property_varies"();

-- ---- what is there already -------------------------------------------------------------------------------------

INSERT INTO "claim_speaker"
  SELECT "story_id", "claim_id", "speaker_id", "question_id", max("said_from"), max("said_to")
    FROM "citation" GROUP BY 1, 2, 3, 4;
UPDATE "claim" c SET "said_days" = (
    SELECT range_agg("days_of"(i."said_from", i."said_to")) FROM "citation" i
     WHERE i."story_id" = c."story_id" AND i."claim_id" = c."id" AND i."said_from" IS NOT NULL)
  FROM "property" p WHERE p."id" = c."property_id" AND p."accrual" = 'VARYING';
