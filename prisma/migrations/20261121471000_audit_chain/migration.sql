-- The audit log as a chain: each event's hash covers the hash before it, so that none can be changed, removed, added or moved
-- afterwards without all later ones showing it. `npm run audit:verify` computes it again outside of the database.

CREATE TABLE "audit_chain" (
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("seq"),
    CONSTRAINT "audit_chain_seq_positive" CHECK ("seq" >= 1),
    CONSTRAINT "audit_chain_sha256" CHECK (octet_length("previous") = 32 AND octet_length("hash") = 32)
);
CREATE UNIQUE INDEX "audit_chain_event_id_key" ON "audit_chain"("event_id");
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What of an event is hashed: a JSON array of texts, in which nothing can be read in two ways. The verification computes it
-- by the same expression, and so can anybody with psql.
CREATE FUNCTION "audit_event_text"(event "audit_event") RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(event.id::text, event.story_id::text, event.actor_id::text, event.role::text, event.request_id,
    event.action, event.object_type, event.object_id::text, event.before::text, event.after::text,
    to_char(event.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
$$;

-- The chain's end is one for all writers. They queue for it when they commit and not before, so that nobody waits for another's
-- work, and it is the last thing that any of them takes, so that they cannot wait for each other in a circle.
CREATE FUNCTION "chain_audit_event"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_seq BIGINT;
  last_hash BYTEA;
BEGIN
  PERFORM pg_advisory_xact_lock(72707375);
  SELECT seq, hash INTO last_seq, last_hash FROM audit_chain ORDER BY seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0) + 1;
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  INSERT INTO audit_chain (seq, event_id, previous, hash) VALUES (last_seq, NEW.id, last_hash,
    sha256(last_hash || convert_to(last_seq || ' ' || audit_event_text(NEW), 'UTF8')));
  RETURN NULL;
END $$;

-- What was written before there was a chain stands at its beginning.
DO $$
DECLARE
  event audit_event;
  last_seq BIGINT := 0;
  last_hash BYTEA := decode(repeat('00', 32), 'hex');
  next_hash BYTEA;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY created_at, id LOOP
    last_seq := last_seq + 1;
    next_hash := sha256(last_hash || convert_to(last_seq || ' ' || audit_event_text(event), 'UTF8'));
    INSERT INTO audit_chain (seq, event_id, previous, hash) VALUES (last_seq, event.id, last_hash, next_hash);
    last_hash := next_hash;
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER "audit_event_chained" AFTER INSERT ON "audit_event" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"();
CREATE TRIGGER "audit_chain_immutable" BEFORE UPDATE OR DELETE ON "audit_chain"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_chain_not_truncated" BEFORE TRUNCATE ON "audit_chain"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The log is listed newest first, by what it is filtered by.
DROP INDEX "audit_event_story_id_id_idx";
DROP INDEX "audit_event_actor_id_id_idx";
DROP INDEX "audit_event_object_id_id_idx";
CREATE INDEX "audit_event_created_at_id_idx" ON "audit_event"("created_at", "id");
CREATE INDEX "audit_event_story_id_created_at_id_idx" ON "audit_event"("story_id", "created_at", "id");
CREATE INDEX "audit_event_actor_id_created_at_id_idx" ON "audit_event"("actor_id", "created_at", "id");
CREATE INDEX "audit_event_object_id_created_at_id_idx" ON "audit_event"("object_id", "created_at", "id");
CREATE INDEX "audit_event_action_created_at_id_idx" ON "audit_event"("action", "created_at", "id");
