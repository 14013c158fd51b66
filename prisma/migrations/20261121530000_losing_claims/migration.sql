-- Deciding that claims are wrong ranks them DEPRECATED. Each member keeps which version of its claim that made, so that taking
-- the decision back can give the claim the rank it had.
ALTER TABLE "contradiction_member" ADD COLUMN "ranked_version" INTEGER;
ALTER TABLE "contradiction_member" ADD CONSTRAINT "contradiction_member_ranked_lost"
  CHECK ("ranked_version" IS NULL OR NOT "upheld");
ALTER TABLE "contradiction_member" ADD CONSTRAINT "contradiction_member_story_id_claim_id_ranked_version_fkey"
  FOREIGN KEY ("story_id", "claim_id", "ranked_version") REFERENCES "revision"("story_id", "claim_id", "version")
  ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Such a decision now stays although the claims that it found wrong are compared no more; where they were ranked by hand it
-- had lapsed.
UPDATE "contradiction" x SET "status" = 'RESOLVED', "version" = "version" + 1, "updated_at" = now()
 WHERE x."status" = 'LAPSED' AND x."outcome" IN ('CLAIM_WRONG', 'ALL_WRONG') AND (
   SELECT bool_or(NOT m."upheld" AND c."rank" = 'DEPRECATED')
          AND bool_and(c."status" NOT IN ('REJECTED', 'RETRACTED') AND (c."rank" <> 'DEPRECATED' OR NOT m."upheld"))
     FROM "contradiction_member" m JOIN "claim" c ON c."story_id" = m."story_id" AND c."id" = m."claim_id"
    WHERE m."story_id" = x."story_id" AND m."contradiction_id" = x."id");
