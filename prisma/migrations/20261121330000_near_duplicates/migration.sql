-- How much the texts of a story's sources have in common: sketches, the hashes that find them, and what was found.

-- CreateEnum
CREATE TYPE "text_relation" AS ENUM ('SAME', 'CARRIES', 'CARRIED');

-- CreateTable
CREATE TABLE "text_sketch" (
    "story_id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "shingles" INTEGER NOT NULL,
    "least" INTEGER[],

    CONSTRAINT "text_sketch_pkey" PRIMARY KEY ("story_id","snapshot_id")
);

-- CreateTable
CREATE TABLE "text_sketch_key" (
    "story_id" UUID NOT NULL,
    "hash" INTEGER NOT NULL,
    "snapshot_id" UUID NOT NULL,

    CONSTRAINT "text_sketch_key_pkey" PRIMARY KEY ("story_id","hash","snapshot_id")
);

-- CreateTable
CREATE TABLE "text_match" (
    "story_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "relation" "text_relation" NOT NULL,
    "resemblance" DOUBLE PRECISION NOT NULL,
    "contained" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "text_match_pkey" PRIMARY KEY ("story_id","source_id","other_id")
);

-- CreateTable
CREATE TABLE "carried_text" (
    "story_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "whole" BOOLEAN NOT NULL,

    CONSTRAINT "carried_text_pkey" PRIMARY KEY ("story_id","source_id","text_id")
);

-- CreateIndex
CREATE INDEX "carried_text_story_id_text_id_idx" ON "carried_text"("story_id", "text_id");

-- AddForeignKey
ALTER TABLE "text_sketch" ADD CONSTRAINT "text_sketch_story_id_snapshot_id_fkey" FOREIGN KEY ("story_id", "snapshot_id") REFERENCES "snapshot"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_sketch_key" ADD CONSTRAINT "text_sketch_key_story_id_snapshot_id_fkey" FOREIGN KEY ("story_id", "snapshot_id") REFERENCES "text_sketch"("story_id", "snapshot_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_match" ADD CONSTRAINT "text_match_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_match" ADD CONSTRAINT "text_match_story_id_other_id_fkey" FOREIGN KEY ("story_id", "other_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "carried_text" ADD CONSTRAINT "carried_text_story_id_source_id_fkey" FOREIGN KEY ("story_id", "source_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "carried_text" ADD CONSTRAINT "carried_text_story_id_text_id_fkey" FOREIGN KEY ("story_id", "text_id") REFERENCES "source"("story_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma cannot say.
ALTER TABLE "text_sketch" ADD CONSTRAINT "text_sketch_of_shingles" CHECK (
  "shingles" >= 0 AND coalesce(cardinality("least"), 0) <= "shingles");
ALTER TABLE "text_match"
  ADD CONSTRAINT "text_match_of_two" CHECK ("source_id" <> "other_id"),
  ADD CONSTRAINT "text_match_shares" CHECK (
    "resemblance" BETWEEN 0 AND 1 AND "contained" BETWEEN 0 AND 1 AND "resemblance" <= "contained");
ALTER TABLE "carried_text" ADD CONSTRAINT "carried_text_of_another" CHECK ("source_id" <> "text_id");
CREATE UNIQUE INDEX "carried_text_one_whole" ON "carried_text" ("story_id", "source_id") WHERE "whole";
CREATE TRIGGER "text_sketch_immutable" BEFORE UPDATE OR DELETE ON "text_sketch"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
