-- What waits for a person, in one order: each table says of its rows since when they wait, and how urgent they are (the lower
-- the sooner). src/domain/review/urgency.ts says the same in words; docs/adr/0024-review-queue.md why so.

-- ---- how well the sides of a contradiction are attested ------------------------------------------------------------------

ALTER TABLE "contradiction" ADD COLUMN "voices" SMALLINT NOT NULL DEFAULT 1;

-- Who makes a claim, counted up to four.
CREATE FUNCTION "voices_of"(story uuid, claim uuid) RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT count(*)::smallint
    FROM (SELECT FROM "claim_speaker" v WHERE v."story_id" = story AND v."claim_id" = claim LIMIT 4) v
$$;

CREATE FUNCTION "contradiction_voices_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "contradiction" x SET "voices" = n.voices
    FROM (SELECT o."story_id", o."contradiction_id", min("voices_of"(m."story_id", m."claim_id")) AS voices
            FROM (SELECT DISTINCT w."story_id", w."contradiction_id"
                    FROM (SELECT DISTINCT "story_id", "claim_id" FROM changed) c
                    JOIN "contradiction_member" w ON w."story_id" = c."story_id" AND w."claim_id" = c."claim_id") o
            JOIN "contradiction_member" m ON m."story_id" = o."story_id" AND m."contradiction_id" = o."contradiction_id"
           GROUP BY 1, 2) n
   WHERE x."story_id" = n."story_id" AND x."id" = n."contradiction_id" AND x."voices" <> n.voices;
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_speaker_added_counts" AFTER INSERT ON "claim_speaker" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "contradiction_voices_follow"();
CREATE TRIGGER "claim_speaker_removed_counts" AFTER DELETE ON "claim_speaker" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "contradiction_voices_follow"();

UPDATE "contradiction" x SET "voices" = (
  SELECT min("voices_of"(m."story_id", m."claim_id")) FROM "contradiction_member" m
   WHERE m."story_id" = x."story_id" AND m."contradiction_id" = x."id");

-- ---- since when, and how urgent ------------------------------------------------------------------------------------------

ALTER TABLE "claim" ADD COLUMN "waiting_since" TIMESTAMPTZ(3);
ALTER TABLE "contradiction" ADD COLUMN "waiting_since" TIMESTAMPTZ(3), ADD COLUMN "urgency" SMALLINT;

CREATE FUNCTION "claim_waits"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."waiting_since" := CASE WHEN NEW."status" = 'IN_REVIEW' THEN NEW."updated_at" END;
  RETURN NEW;
END $$;
CREATE TRIGGER "claim_added_waits" BEFORE INSERT ON "claim"
  FOR EACH ROW WHEN (NEW."status" = 'IN_REVIEW') EXECUTE FUNCTION "claim_waits"();
CREATE TRIGGER "claim_moved_waits" BEFORE UPDATE OF "status" ON "claim"
  FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION "claim_waits"();

-- A contradiction that somebody has taken into review waits for nobody else.
CREATE FUNCTION "contradiction_waits"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" = 'OPEN' THEN
    NEW."urgency" := CASE NEW."strength" WHEN 'CONFLICT' THEN 24 WHEN 'TENSION' THEN 54 ELSE 64 END - NEW."voices";
    NEW."waiting_since" := NEW."updated_at";
    IF TG_OP = 'UPDATE' THEN
      IF OLD."status" = 'OPEN' THEN NEW."waiting_since" := coalesce(OLD."waiting_since", NEW."updated_at"); END IF;
    END IF;
  ELSIF NEW."status" IN ('RESOLVED', 'DISMISSED') AND NEW."new_evidence_since" IS NOT NULL THEN
    NEW."urgency" := 40;
    NEW."waiting_since" := NEW."new_evidence_since";
  ELSE
    NEW."urgency" := NULL;
    NEW."waiting_since" := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "contradiction_waits" BEFORE INSERT OR UPDATE OF "status", "strength", "voices", "new_evidence_since"
  ON "contradiction" FOR EACH ROW EXECUTE FUNCTION "contradiction_waits"();

UPDATE "claim" SET "waiting_since" = "updated_at" WHERE "status" = 'IN_REVIEW';
UPDATE "contradiction" SET "status" = "status" WHERE "status" IN ('OPEN', 'RESOLVED', 'DISMISSED');
UPDATE "contradiction" SET "waiting_since" = "detected_at" WHERE "status" = 'OPEN';

-- The queue is read from these, in order; of a story, from the others.
CREATE INDEX "claim_waiting" ON "claim" ("waiting_since", "id") WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "claim_waiting_of_story" ON "claim" ("story_id", "waiting_since", "id") WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "contradiction_waiting" ON "contradiction" ("urgency", "waiting_since", "id")
  WHERE "waiting_since" IS NOT NULL;
CREATE INDEX "contradiction_waiting_of_story" ON "contradiction" ("story_id", "urgency", "waiting_since", "id")
  WHERE "waiting_since" IS NOT NULL;

CREATE FUNCTION "review_request_urgency"(reason review_reason) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE reason WHEN 'QUOTE_VANISHED' THEN 30 WHEN 'SOURCE_RETRACTED' THEN 31 WHEN 'ORIGIN_RETRACTED' THEN 32
    WHEN 'QUOTE_DOUBLED' THEN 33 WHEN 'QUOTE_MOVED' THEN 34 WHEN 'SOURCE_CORRECTED' THEN 35 ELSE 36 END
$$;
CREATE INDEX "review_request_waiting" ON "review_request" ("review_request_urgency"("reason"), "created_at", "id")
  WHERE "state" = 'OPEN';
CREATE INDEX "review_request_waiting_of_story"
  ON "review_request" ("story_id", "review_request_urgency"("reason"), "created_at", "id") WHERE "state" = 'OPEN';
CREATE INDEX "claim_suggestion_waiting" ON "claim_suggestion" ("created_at", "id") WHERE "status" = 'PENDING';
CREATE INDEX "claim_suggestion_waiting_of_story" ON "claim_suggestion" ("story_id", "created_at", "id")
  WHERE "status" = 'PENDING';

-- ---- leases ----------------------------------------------------------------------------------------------------------------

CREATE TYPE "review_object" AS ENUM ('Claim', 'Contradiction', 'ReviewRequest', 'ClaimSuggestion');

-- Who has which part of the queue at hand, until when. No lock: it keeps others from being handed the same, nothing else.
CREATE TABLE "review_lease" (
    "story_id" UUID NOT NULL,
    "object_id" UUID NOT NULL,
    "object" "review_object" NOT NULL,
    "holder_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_lease_pkey" PRIMARY KEY ("story_id","object_id")
);
CREATE INDEX "review_lease_holder_id_idx" ON "review_lease"("holder_id");
CREATE INDEX "review_lease_expires_at_idx" ON "review_lease"("expires_at");
ALTER TABLE "review_lease" ADD CONSTRAINT "review_lease_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_lease" ADD CONSTRAINT "review_lease_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What does not wait any more is nobody's.
CREATE FUNCTION "review_lease_freed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "review_lease" l WHERE l."story_id" = OLD."story_id" AND l."object_id" = OLD."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "claim_lease_freed" AFTER UPDATE ON "claim" FOR EACH ROW
  WHEN (OLD."waiting_since" IS NOT NULL AND NEW."waiting_since" IS NULL) EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "contradiction_lease_freed" AFTER UPDATE ON "contradiction" FOR EACH ROW
  WHEN (OLD."waiting_since" IS NOT NULL AND NEW."waiting_since" IS NULL) EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "review_request_lease_freed" AFTER UPDATE ON "review_request" FOR EACH ROW
  WHEN (OLD."state" = 'OPEN' AND NEW."state" <> 'OPEN') EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "review_request_removed_lease_freed" AFTER DELETE ON "review_request" FOR EACH ROW
  WHEN (OLD."state" = 'OPEN') EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "claim_suggestion_lease_freed" AFTER UPDATE ON "claim_suggestion" FOR EACH ROW
  WHEN (OLD."status" = 'PENDING' AND NEW."status" <> 'PENDING') EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "claim_suggestion_removed_lease_freed" AFTER DELETE ON "claim_suggestion" FOR EACH ROW
  WHEN (OLD."status" = 'PENDING') EXECUTE FUNCTION "review_lease_freed"();
