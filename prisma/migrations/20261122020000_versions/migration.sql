-- What people edit counts its changes, so that a change that was made from an older state is refused.
ALTER TABLE "account" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "agent" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "concept_scheme" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "concept" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "property" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "identity" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
