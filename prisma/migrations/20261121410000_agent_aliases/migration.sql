-- Agents have other names, and change: what an agent is a part of never leads back to itself.

-- AlterTable
ALTER TABLE "agent" ADD COLUMN "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- DropIndex
DROP INDEX "agent_name_trigrams";
CREATE INDEX "agent_names_trigrams" ON "agent" USING gin ("names"("name", "aliases") gin_trgm_ops);

-- What Prisma cannot say. Whoever changes what agents are parts of takes turns, so that two cannot close a circle together.
CREATE FUNCTION "agent_not_within_itself"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE within (id) AS (
      SELECT NEW."part_of_id"
      UNION SELECT a."part_of_id" FROM within JOIN "agent" a ON a."id" = within.id WHERE a."part_of_id" IS NOT NULL)
    SELECT FROM within WHERE id = NEW."id") THEN
    RAISE EXCEPTION 'agent % cannot be a part of itself', NEW."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'agent_not_within_itself';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "agent_not_within_itself" BEFORE INSERT OR UPDATE OF "part_of_id" ON "agent"
  FOR EACH ROW WHEN (NEW."part_of_id" <> NEW."id") EXECUTE FUNCTION "agent_not_within_itself"();
