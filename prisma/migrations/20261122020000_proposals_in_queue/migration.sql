-- What is proposed for published claims waits in the review queue: other words first, as readers are shown the old ones meanwhile;
-- another place where a claim is made after what is in dispute. src/domain/review/urgency.ts says the same in words.

ALTER TYPE "review_object" ADD VALUE 'ClaimProposal';

CREATE FUNCTION "claim_proposal_urgency"(kind proposal_kind) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'REWRITE' THEN 11 WHEN 'UNCITE' THEN 12 ELSE 45 END
$$;
CREATE INDEX "claim_proposal_waiting" ON "claim_proposal" ("claim_proposal_urgency"("kind"), "created_at", "id")
  WHERE "status" = 'PENDING';
CREATE INDEX "claim_proposal_waiting_of_story"
  ON "claim_proposal" ("story_id", "claim_proposal_urgency"("kind"), "created_at", "id") WHERE "status" = 'PENDING';

CREATE TRIGGER "claim_proposal_lease_freed" AFTER UPDATE ON "claim_proposal" FOR EACH ROW
  WHEN (OLD."status" = 'PENDING' AND NEW."status" <> 'PENDING') EXECUTE FUNCTION "review_lease_freed"();
CREATE TRIGGER "claim_proposal_added_to_queue_told" AFTER INSERT ON "claim_proposal" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_pending_told"('ClaimProposal');
CREATE TRIGGER "claim_proposal_of_queue_changed_told" AFTER UPDATE ON "claim_proposal"
  REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "review_queue_pending_told"('ClaimProposal');
