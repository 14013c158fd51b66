-- Claims read from texts, waiting for a person to accept or reject them.

CREATE TYPE "suggestion_status" AS ENUM ('PENDING', 'ACCEPTED', 'REJECTED');
CREATE TYPE "suggestion_reader" AS ENUM ('GRAMMAR', 'MODEL');

CREATE TABLE "source_reading" (
    "story_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_reading_pkey" PRIMARY KEY ("story_id","source_id")
);
ALTER TABLE "source_reading" ADD CONSTRAINT "source_reading_story_id_source_id_snapshot_id_fkey" FOREIGN KEY ("story_id", "source_id", "snapshot_id") REFERENCES "snapshot"("story_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "claim_suggestion" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "reader" "suggestion_reader" NOT NULL,
    "identity" TEXT NOT NULL,
    "property_key" TEXT NOT NULL,
    "subject_label" TEXT,
    "polarity" "polarity" NOT NULL,
    "value" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "certainty" "certainty" NOT NULL,
    "claimant_name" TEXT,
    "said_on" TEXT,
    "quote_exact" TEXT NOT NULL,
    "quote_prefix" TEXT NOT NULL,
    "quote_suffix" TEXT NOT NULL,
    "quote_start" INTEGER NOT NULL,
    "quote_end" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "status" "suggestion_status" NOT NULL,
    "version" INTEGER NOT NULL,
    "claim_id" UUID,
    "corrected" TEXT[] NOT NULL,
    "accepted" JSONB,
    "reason" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_suggestion_pkey" PRIMARY KEY ("story_id","id"),
    CONSTRAINT "claim_suggestion_quote_offsets" CHECK ("quote_start" >= 0 AND "quote_end" > "quote_start"),
    CONSTRAINT "claim_suggestion_confidence" CHECK ("confidence" >= 0 AND "confidence" <= 1),
    CONSTRAINT "claim_suggestion_decision_whole" CHECK (
      num_nonnulls("decided_by_id", "decided_at") = CASE WHEN "status" = 'PENDING' THEN 0 ELSE 2 END
      AND num_nonnulls("claim_id", "accepted") = CASE WHEN "status" = 'ACCEPTED' THEN 2 ELSE 0 END
      AND ("status" = 'REJECTED' OR "reason" IS NULL)
      AND ("status" = 'ACCEPTED' OR "corrected" = '{}'))
);
-- What a text says with the same words is suggested once, however often it is read.
CREATE UNIQUE INDEX "claim_suggestion_story_id_source_id_identity_key" ON "claim_suggestion"("story_id", "source_id", "identity");
CREATE INDEX "claim_suggestion_story_id_source_id_quote_start_id_idx" ON "claim_suggestion"("story_id", "source_id", "quote_start", "id");
CREATE INDEX "claim_suggestion_story_id_source_id_status_quote_start_id_idx" ON "claim_suggestion"("story_id", "source_id", "status", "quote_start", "id");
CREATE INDEX "claim_suggestion_story_id_property_key_status_idx" ON "claim_suggestion"("story_id", "property_key", "status");
CREATE INDEX "claim_suggestion_story_id_claim_id_idx" ON "claim_suggestion"("story_id", "claim_id");
ALTER TABLE "claim_suggestion" ADD CONSTRAINT "claim_suggestion_story_id_source_id_snapshot_id_fkey" FOREIGN KEY ("story_id", "source_id", "snapshot_id") REFERENCES "snapshot"("story_id", "source_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_suggestion" ADD CONSTRAINT "claim_suggestion_story_id_claim_id_fkey" FOREIGN KEY ("story_id", "claim_id") REFERENCES "claim"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_suggestion" ADD CONSTRAINT "claim_suggestion_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
