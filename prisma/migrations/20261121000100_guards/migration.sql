-- What the model promises and Prisma's schema language cannot say: checks, triggers, expression indexes.

-- ---- one row that counts vocabulary changes ----------------------------------------------------------------

ALTER TABLE "vocabulary_state" ADD CONSTRAINT "vocabulary_state_one_row" CHECK ("id" = 1);
INSERT INTO "vocabulary_state" ("id", "version") VALUES (1, 0);

-- ---- vocabulary ----------------------------------------------------------------------------------------------

ALTER TABLE "concept_broader" ADD CONSTRAINT "concept_broader_not_self" CHECK ("narrower_id" <> "broader_id");
ALTER TABLE "concept_disjoint" ADD CONSTRAINT "concept_disjoint_ordered" CHECK ("first_id" < "second_id");
ALTER TABLE "property"
  ADD CONSTRAINT "property_scheme_for_concepts" CHECK (("datatype" = 'CONCEPT') = ("scheme_id" IS NOT NULL)),
  ADD CONSTRAINT "property_unit_for_quantities" CHECK ("datatype" = 'QUANTITY' OR "unit" IS NULL),
  ADD CONSTRAINT "property_additive_quantities" CHECK ("datatype" = 'QUANTITY' OR NOT "additive"),
  ADD CONSTRAINT "property_phrase_has_value" CHECK ("phrase" IS NULL OR strpos("phrase", '{value}') > 0);

-- ---- accounts --------------------------------------------------------------------------------------------------

ALTER TABLE "api_key" ADD CONSTRAINT "api_key_secret_hash_hex" CHECK ("secret_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "story" ADD CONSTRAINT "story_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "agent" ADD CONSTRAINT "agent_not_part_of_itself" CHECK ("part_of_id" <> "id");
ALTER TABLE "source" ADD CONSTRAINT "source_not_derived_from_itself" CHECK ("derived_from_id" <> "id");

-- ---- rows that never change ------------------------------------------------------------------------------------

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "snapshot_immutable" BEFORE UPDATE OR DELETE ON "snapshot"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "snapshot_not_truncated" BEFORE TRUNCATE ON "snapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_immutable" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "revision_not_truncated" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_immutable" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_not_truncated" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "snapshot"
  ADD CONSTRAINT "snapshot_sha256_of_text" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex'));
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_of_one_object" CHECK (num_nonnulls("claim_id", "contradiction_id") = 1);

-- ---- claims --------------------------------------------------------------------------------------------------------

ALTER TABLE "claim"
  ADD CONSTRAINT "claim_identity_hex" CHECK ("identity" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "claim_version_positive" CHECK ("version" >= 1),
  ADD CONSTRAINT "claim_rank_reason" CHECK ("rank" = 'NORMAL' OR "rank_reason" IS NOT NULL),
  ADD CONSTRAINT "claim_first_said_interval" CHECK (
    ("first_said_from" IS NULL) = ("first_said_to" IS NULL) AND ("first_said_from" <= "first_said_to") IS NOT FALSE),
  -- Each kind of value fills its own columns and no others.
  ADD CONSTRAINT "claim_value_quantity" CHECK (
    CASE WHEN "value_kind" = 'QUANTITY' THEN
      num_nonnulls("quantity_lower_open", "quantity_upper_open", "quantity_approximate") = 3
      AND num_nonnulls("quantity_lower", "quantity_upper") >= 1
      AND ("quantity_lower" <= "quantity_upper") IS NOT FALSE
    ELSE
      num_nonnulls("quantity_amount", "quantity_lower", "quantity_upper", "quantity_lower_open",
                   "quantity_upper_open", "quantity_approximate", "quantity_unit") = 0
    END),
  ADD CONSTRAINT "claim_value_time" CHECK (
    num_nonnulls("time_edtf", "time_earliest", "time_latest") = CASE WHEN "value_kind" = 'TIME' THEN 3 ELSE 0 END
    AND ("time_earliest" <= "time_latest") IS NOT FALSE),
  ADD CONSTRAINT "claim_value_concept" CHECK (("value_kind" = 'CONCEPT') = ("concept_id" IS NOT NULL)),
  ADD CONSTRAINT "claim_value_boolean" CHECK (("value_kind" = 'BOOLEAN') = ("boolean_value" IS NOT NULL)),
  ADD CONSTRAINT "claim_value_text" CHECK (
    ("value_kind" = 'TEXT') = ("text_value" IS NOT NULL) AND ("value_kind" = 'TEXT' OR "text_language" IS NULL));

-- ---- citations -------------------------------------------------------------------------------------------------------

-- The slice [first, last) of a text by UTF-16 code units, as JavaScript counts them. A character beyond the basic
-- plane takes two units there and one place here, so each is given a second place before counting.
CREATE FUNCTION "utf16_places"(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value ~ '[\U00010000-\U0010FFFF]'
    THEN regexp_replace(value, '([\U00010000-\U0010FFFF])', E'\\1\uFFFF', 'g')
    ELSE value END
$$;

CREATE FUNCTION "citation_quote_stands"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places text;
BEGIN
  SELECT "utf16_places"("text") INTO places FROM "snapshot"
   WHERE "story_id" = NEW."story_id" AND "id" = NEW."snapshot_id";
  IF substr(places, NEW."quote_start" + 1, NEW."quote_end" - NEW."quote_start")
     IS DISTINCT FROM "utf16_places"(NEW."quote_exact") THEN
    RAISE EXCEPTION 'the quote is not the snapshot''s text at its offsets'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_quote_stands', TABLE = 'citation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "citation_quote_stands"
  BEFORE INSERT OR UPDATE OF "snapshot_id", "quote_exact", "quote_start", "quote_end" ON "citation"
  FOR EACH ROW EXECUTE FUNCTION "citation_quote_stands"();

ALTER TABLE "citation"
  ADD CONSTRAINT "citation_quote_offsets" CHECK ("quote_start" >= 0 AND "quote_end" > "quote_start"),
  ADD CONSTRAINT "citation_said_interval" CHECK (
    ("said_from" IS NULL) = ("said_to" IS NULL) AND ("said_from" <= "said_to") IS NOT FALSE);

-- The same words of the same snapshot make the same claim for the same claimant once.
CREATE UNIQUE INDEX "citation_once" ON "citation" (
  "story_id", "claim_id", "snapshot_id", "quote_start", "quote_end",
  (coalesce("claimant_id", '00000000-0000-0000-0000-000000000000'::uuid)));

-- ---- contradictions ----------------------------------------------------------------------------------------------------

ALTER TABLE "contradiction"
  ADD CONSTRAINT "contradiction_version_positive" CHECK ("version" >= 1),
  ADD CONSTRAINT "contradiction_decision_whole" CHECK (
    num_nonnulls("note", "resolved_by_id", "resolved_at") IN (0, 3) AND ("outcome" IS NULL OR "note" IS NOT NULL)),
  ADD CONSTRAINT "contradiction_decided_has_decision" CHECK (
    "status" NOT IN ('RESOLVED', 'DISMISSED') OR "outcome" IS NOT NULL),
  ADD CONSTRAINT "contradiction_open_has_none" CHECK (
    "status" NOT IN ('OPEN', 'IN_REVIEW') OR num_nonnulls("outcome", "new_evidence_since") = 0);
