-- CreateEnum
CREATE TYPE "webhook_event_kind" AS ENUM ('CLAIM_CREATED', 'CLAIM_STATUS_CHANGED', 'CLAIM_CHANGED', 'CONTRADICTION_RAISED', 'CONTRADICTION_SETTLED', 'CONTRADICTION_CHANGED', 'IMPORT_ENDED', 'PING');

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('WAITING', 'DELIVERED', 'DEAD');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" "webhook_event_kind"[],
    "story_id" UUID,
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_outbox" (
    "seq" BIGSERIAL NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "kind" "webhook_event_kind" NOT NULL,
    "story_id" UUID,
    "object_id" UUID NOT NULL,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_outbox_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "kind" "webhook_event_kind" NOT NULL,
    "story_id" UUID,
    "object_id" UUID,
    "actor_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "webhook_delivery_state" NOT NULL,
    "queued" BOOLEAN NOT NULL,
    "run" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration" INTEGER NOT NULL,
    "status" SMALLINT,
    "error" TEXT,
    "response" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "webhook_story_id_idx" ON "webhook"("story_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_id_idx" ON "webhook_delivery"("webhook_id", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_state_id_idx" ON "webhook_delivery"("webhook_id", "state", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_created_at_idx" ON "webhook_delivery"("created_at");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ---- what the model promises beyond that -----------------------------------------------------------------------

ALTER TABLE "webhook"
  ADD CONSTRAINT "webhook_kinds_some" CHECK ("kinds" IS NOT NULL AND cardinality("kinds") > 0),
  ADD CONSTRAINT "webhook_secret_form" CHECK ("secret" ~ '^whsec_[A-Za-z0-9+/]{32,}=*$'),
  ADD CONSTRAINT "webhook_previous_secret_whole" CHECK (num_nonnulls("previous_secret", "previous_secret_until") <> 1),
  ADD CONSTRAINT "webhook_disabled_whole" CHECK (num_nonnulls("disabled_at", "disabled_reason") <> 1);
ALTER TABLE "webhook_delivery"
  ADD CONSTRAINT "webhook_delivery_has_object" CHECK (("object_id" IS NULL) = ("kind" = 'PING')),
  ADD CONSTRAINT "webhook_delivery_has_story" CHECK (("story_id" IS NULL) = ("kind" IN ('PING', 'IMPORT_ENDED'))),
  ADD CONSTRAINT "webhook_delivery_settled" CHECK (("settled_at" IS NULL) = ("state" = 'WAITING')),
  ADD CONSTRAINT "webhook_delivery_dead_has_reason" CHECK (("reason" IS NOT NULL) = ("state" = 'DEAD')),
  ADD CONSTRAINT "webhook_delivery_counts" CHECK ("run" > 0 AND "attempts" >= 0);
ALTER TABLE "webhook_attempt"
  ADD CONSTRAINT "webhook_attempt_counts" CHECK ("number" > 0 AND "duration" >= 0),
  ADD CONSTRAINT "webhook_attempt_has_outcome" CHECK ("status" IS NOT NULL OR "error" IS NOT NULL);

CREATE INDEX "webhook_delivery_to_queue" ON "webhook_delivery" ("id") WHERE NOT "queued";

-- One event tells all that a transaction did to an object.
CREATE UNIQUE INDEX "webhook_outbox_once" ON "webhook_outbox" ("transaction_id", "object_id");

-- Where nobody is to be told, a statement costs a look into an empty table and nothing else.
CREATE FUNCTION "webhook_actor"() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('gainsay.webhook_actor', true), '')::uuid
$$;

CREATE FUNCTION "webhook_claim_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "webhook" WHERE "disabled_at" IS NULL) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "webhook_outbox" ("kind", "story_id", "object_id", "actor_id")
    SELECT 'CLAIM_CREATED', f."story_id", f."id", "webhook_actor"() FROM fresh f
     WHERE EXISTS (SELECT FROM "webhook" w WHERE w."disabled_at" IS NULL AND coalesce(w."story_id", f."story_id") = f."story_id")
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO "webhook_outbox" AS o ("kind", "story_id", "object_id", "actor_id")
    SELECT CASE WHEN f."status" <> s."status" THEN 'CLAIM_STATUS_CHANGED' ELSE 'CLAIM_CHANGED' END::"webhook_event_kind",
           f."story_id", f."id", "webhook_actor"()
      FROM fresh f JOIN stale s USING ("story_id", "id")
     WHERE EXISTS (SELECT FROM "webhook" w WHERE w."disabled_at" IS NULL AND coalesce(w."story_id", f."story_id") = f."story_id")
    ON CONFLICT ("transaction_id", "object_id") DO UPDATE SET "kind" = excluded."kind"
     WHERE excluded."kind" = 'CLAIM_STATUS_CHANGED' AND o."kind" = 'CLAIM_CHANGED';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "webhook_contradiction_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "webhook" WHERE "disabled_at" IS NULL) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "webhook_outbox" ("kind", "story_id", "object_id", "actor_id")
    SELECT 'CONTRADICTION_RAISED', f."story_id", f."id", "webhook_actor"() FROM fresh f
     WHERE EXISTS (SELECT FROM "webhook" w WHERE w."disabled_at" IS NULL AND coalesce(w."story_id", f."story_id") = f."story_id")
    ON CONFLICT DO NOTHING;
  ELSE
    -- What stands is OPEN or IN_REVIEW; RESOLVED, DISMISSED and LAPSED are settled. Where a transaction does both, what it
    -- did last is told.
    INSERT INTO "webhook_outbox" AS o ("kind", "story_id", "object_id", "actor_id")
    SELECT CASE
             WHEN f."status" IN ('OPEN', 'IN_REVIEW') AND s."status" NOT IN ('OPEN', 'IN_REVIEW') THEN 'CONTRADICTION_RAISED'
             WHEN f."status" NOT IN ('OPEN', 'IN_REVIEW') AND s."status" IN ('OPEN', 'IN_REVIEW') THEN 'CONTRADICTION_SETTLED'
             ELSE 'CONTRADICTION_CHANGED'
           END::"webhook_event_kind", f."story_id", f."id", "webhook_actor"()
      FROM fresh f JOIN stale s USING ("story_id", "id")
     WHERE EXISTS (SELECT FROM "webhook" w WHERE w."disabled_at" IS NULL AND coalesce(w."story_id", f."story_id") = f."story_id")
    ON CONFLICT ("transaction_id", "object_id") DO UPDATE SET "kind" = excluded."kind"
     WHERE excluded."kind" <> 'CONTRADICTION_CHANGED';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "webhook_import_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "webhook_outbox" ("kind", "object_id", "actor_id")
  SELECT 'IMPORT_ENDED', NEW."id", NEW."account_id"
   WHERE EXISTS (SELECT FROM "webhook" WHERE "disabled_at" IS NULL AND "story_id" IS NULL)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Who did it stands in the audit log, which a transaction may write before or after what it tells of.
CREATE FUNCTION "webhook_actor_noted"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM "webhook" WHERE "disabled_at" IS NULL) THEN
    RETURN NULL;
  END IF;
  SELECT "actor_id" INTO who FROM fresh LIMIT 1;
  PERFORM set_config('gainsay.webhook_actor', coalesce(who::text, ''), true);
  UPDATE "webhook_outbox" SET "actor_id" = who WHERE "transaction_id" = pg_current_xact_id() AND "actor_id" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "claim_added_webhooks" AFTER INSERT ON "claim" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "webhook_claim_events"();
CREATE TRIGGER "claim_changed_webhooks" AFTER UPDATE ON "claim" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "webhook_claim_events"();
CREATE TRIGGER "contradiction_added_webhooks" AFTER INSERT ON "contradiction" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "webhook_contradiction_events"();
CREATE TRIGGER "contradiction_changed_webhooks" AFTER UPDATE ON "contradiction" REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "webhook_contradiction_events"();
CREATE TRIGGER "bulk_import_ended_webhooks" AFTER UPDATE ON "bulk_import" FOR EACH ROW
  WHEN (OLD."finished_at" IS NULL AND NEW."finished_at" IS NOT NULL) EXECUTE FUNCTION "webhook_import_events"();
CREATE TRIGGER "audit_event_webhooks" AFTER INSERT ON "audit_event" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION "webhook_actor_noted"();
