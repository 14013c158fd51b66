-- CreateEnum
CREATE TYPE "review_reason" AS ENUM ('QUOTE_MOVED', 'QUOTE_DOUBLED', 'QUOTE_VANISHED', 'SOURCE_CORRECTED', 'SOURCE_RETRACTED', 'ORIGIN_CORRECTED', 'ORIGIN_RETRACTED');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('OPEN', 'SETTLED', 'LAPSED');

-- AlterTable
ALTER TABLE "citation" ADD COLUMN     "moved_end" INTEGER,
ADD COLUMN     "moved_start" INTEGER;

-- AlterTable
ALTER TABLE "snapshot" ADD COLUMN     "differences" INTEGER[],
ADD COLUMN     "previous_id" UUID;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "reverted_to_id" UUID,
ADD COLUMN     "status_reason" TEXT;

-- CreateTable
CREATE TABLE "review_request" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "citation_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "reason" "review_reason" NOT NULL,
    "same_surroundings" BOOLEAN,
    "state" "review_state" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_request_pkey" PRIMARY KEY ("story_id","id")
);

-- CreateIndex
CREATE INDEX "review_request_state_id_idx" ON "review_request"("state", "id");

-- CreateIndex
CREATE INDEX "review_request_story_id_state_id_idx" ON "review_request"("story_id", "state", "id");

-- CreateIndex
CREATE INDEX "review_request_story_id_claim_id_id_idx" ON "review_request"("story_id", "claim_id", "id");

-- CreateIndex
CREATE INDEX "review_request_story_id_citation_id_id_idx" ON "review_request"("story_id", "citation_id", "id");

-- CreateIndex
CREATE INDEX "review_request_story_id_source_id_state_id_idx" ON "review_request"("story_id", "source_id", "state", "id");

-- CreateIndex
CREATE INDEX "review_request_story_id_cause_id_state_idx" ON "review_request"("story_id", "cause_id", "state");

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_story_id_id_reverted_to_id_fkey" FOREIGN KEY ("story_id", "id", "reverted_to_id") REFERENCES "snapshot"("story_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_story_id_source_id_previous_id_fkey" FOREIGN KEY ("story_id", "source_id", "previous_id") REFERENCES "snapshot"("story_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_story_id_citation_id_fkey" FOREIGN KEY ("story_id", "citation_id") REFERENCES "citation"("story_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_story_id_cause_id_fkey" FOREIGN KEY ("story_id", "cause_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_request" ADD CONSTRAINT "review_request_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---- what the model promises beyond that -----------------------------------------------------------------------

ALTER TABLE "snapshot"
  ADD CONSTRAINT "snapshot_differences_in_fours" CHECK (cardinality("differences") % 4 = 0),
  ADD CONSTRAINT "snapshot_not_after_itself" CHECK ("previous_id" <> "id");
ALTER TABLE "source"
  ADD CONSTRAINT "source_status_has_reason" CHECK ("status" = 'ACTIVE' OR "status_reason" IS NOT NULL);
ALTER TABLE "citation"
  ADD CONSTRAINT "citation_moved_place" CHECK (
    CASE "anchor"
      WHEN 'MOVED' THEN num_nonnulls("moved_start", "moved_end") = 2
      WHEN 'ANCHORED' THEN num_nonnulls("moved_start", "moved_end") <> 1
      ELSE num_nonnulls("moved_start", "moved_end") = 0
    END
    AND ("moved_start" >= 0 AND "moved_end" > "moved_start") IS NOT FALSE);
ALTER TABLE "review_request"
  ADD CONSTRAINT "review_request_settled_whole" CHECK (
    num_nonnulls("note", "settled_by_id", "settled_at") = CASE WHEN "state" = 'SETTLED' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "review_request_quote_surroundings" CHECK (
    ("same_surroundings" IS NOT NULL) = ("reason" IN ('QUOTE_MOVED', 'QUOTE_DOUBLED', 'QUOTE_VANISHED')));

-- A reason is open once for a citation and what caused it.
CREATE UNIQUE INDEX "review_request_open_once" ON "review_request" ("story_id", "citation_id", "reason", "cause_id")
  WHERE "state" = 'OPEN';

-- A quote is written against the newest text. Whoever changes the text holds the source; a writer who read an older one
-- loses, as against a serialization failure, and reads again.
CREATE FUNCTION "citation_of_newest_text"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  current uuid;
BEGIN
  PERFORM FROM "source" WHERE "story_id" = NEW."story_id" AND "id" = NEW."source_id" FOR SHARE;
  SELECT coalesce(s."reverted_to_id", n."id") INTO current
    FROM "source" s
    LEFT JOIN LATERAL (
      SELECT "id" FROM "snapshot" WHERE "story_id" = s."story_id" AND "source_id" = s."id" ORDER BY "id" DESC LIMIT 1
    ) n ON true
   WHERE s."story_id" = NEW."story_id" AND s."id" = NEW."source_id";
  -- What is no text of the source at all is for the foreign key to say.
  IF current <> NEW."snapshot_id" AND EXISTS (
    SELECT FROM "snapshot"
     WHERE "story_id" = NEW."story_id" AND "source_id" = NEW."source_id" AND "id" = NEW."snapshot_id"
  ) THEN
    RAISE EXCEPTION 'the source has a newer text' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "citation_of_newest_text" BEFORE INSERT ON "citation"
  FOR EACH ROW EXECUTE FUNCTION "citation_of_newest_text"();
