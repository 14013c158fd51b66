-- An integration has an account of its own, for which a person answers. Who that is never changes, as what the integration
-- wrote counts as theirs where two people have to look.

ALTER TABLE "account" ADD COLUMN "responsible_id" UUID;

-- CreateIndex
CREATE INDEX "account_responsible_id_id_idx" ON "account"("responsible_id", "id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "account"
  ADD CONSTRAINT "account_people_answer_for_themselves" CHECK ("kind" = 'SERVICE' OR "responsible_id" IS NULL);

CREATE FUNCTION "account_responsible_is_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Who is nobody at all is for the foreign key to say.
  IF EXISTS (SELECT FROM "account" WHERE "id" = NEW."responsible_id" AND "kind" <> 'PERSON') THEN
    RAISE EXCEPTION 'a person answers for an account, not another service'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_responsible_is_person', TABLE = 'account';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "account_responsible_is_person" BEFORE INSERT ON "account"
  FOR EACH ROW WHEN (NEW."responsible_id" IS NOT NULL) EXECUTE FUNCTION "account_responsible_is_person"();

CREATE FUNCTION "account_responsible_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'who answers for an account is set when it is made'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'account_responsible_stays', TABLE = 'account';
END $$;

CREATE TRIGGER "account_responsible_stays" BEFORE UPDATE OF "responsible_id" ON "account"
  FOR EACH ROW WHEN (OLD."responsible_id" IS DISTINCT FROM NEW."responsible_id")
  EXECUTE FUNCTION "account_responsible_stays"();
