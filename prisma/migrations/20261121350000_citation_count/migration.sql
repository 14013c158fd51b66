-- How many citations a claim has, so that the answers to a question can be put in order without counting them.
ALTER TABLE "claim" ADD COLUMN "citation_count" INTEGER NOT NULL DEFAULT 0;
UPDATE "claim" SET "citation_count" =
  (SELECT count(*) FROM "citation" i WHERE i."story_id" = "claim"."story_id" AND i."claim_id" = "claim"."id");
ALTER TABLE "claim" ADD CONSTRAINT "claim_citation_count_natural" CHECK ("citation_count" >= 0);
