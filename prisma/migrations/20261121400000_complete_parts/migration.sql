-- Parts that are declared to be all there are: in the vocabulary, and by editors for one question.

ALTER TABLE "concept_scheme" ADD COLUMN "top_concepts_complete" BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE "concept" ADD COLUMN "narrower_complete" BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE "question_partition" (
    "story_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,

    CONSTRAINT "question_partition_pkey" PRIMARY KEY ("story_id","id"),
    CONSTRAINT "question_partition_withdrawal_whole" CHECK (num_nonnulls("withdrawn_by_id", "withdrawn_at", "withdrawal_reason") IN (0, 3)),
    CONSTRAINT "question_partition_version_positive" CHECK ("version" > 0)
);
CREATE INDEX "question_partition_story_id_question_id_idx" ON "question_partition"("story_id", "question_id");
-- A question is divided along a dimension in one way at a time.
CREATE UNIQUE INDEX "question_partition_one_standing" ON "question_partition" ("story_id", "question_id", "dimension") WHERE "withdrawn_at" IS NULL;
ALTER TABLE "question_partition" ADD CONSTRAINT "question_partition_story_id_question_id_fkey" FOREIGN KEY ("story_id", "question_id") REFERENCES "question"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_partition" ADD CONSTRAINT "question_partition_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_partition" ADD CONSTRAINT "question_partition_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "question_partition_part" (
    "story_id" UUID NOT NULL,
    "partition_id" UUID NOT NULL,
    "concept_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "question_partition_part_pkey" PRIMARY KEY ("story_id","partition_id","concept_id")
);
CREATE UNIQUE INDEX "question_partition_part_story_id_partition_id_position_key" ON "question_partition_part"("story_id", "partition_id", "position");
CREATE INDEX "question_partition_part_concept_id_idx" ON "question_partition_part"("concept_id");
ALTER TABLE "question_partition_part" ADD CONSTRAINT "question_partition_part_story_id_partition_id_fkey" FOREIGN KEY ("story_id", "partition_id") REFERENCES "question_partition"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "question_partition_part" ADD CONSTRAINT "question_partition_part_concept_id_fkey" FOREIGN KEY ("concept_id") REFERENCES "concept"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
