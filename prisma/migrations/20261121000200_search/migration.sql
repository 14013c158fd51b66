-- Full text (English stems, accents ignored) and trigrams (misspelling) over claims, sources and subjects.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TEXT SEARCH CONFIGURATION "gainsay" (COPY = english);
ALTER TEXT SEARCH CONFIGURATION "gainsay" ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- A subject's label and aliases as one text; array_to_string alone is not immutable.
CREATE FUNCTION "names"(label text, aliases text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT label || coalesce(' ' || array_to_string(aliases, ' '), '')
$$;

CREATE INDEX "claim_statement_words" ON "claim" USING gin (to_tsvector('gainsay', "statement"));
CREATE INDEX "claim_statement_trigrams" ON "claim" USING gin ("statement" gin_trgm_ops);
CREATE INDEX "source_title_words" ON "source" USING gin (to_tsvector('gainsay', "title"));
CREATE INDEX "source_title_trigrams" ON "source" USING gin ("title" gin_trgm_ops);
CREATE INDEX "subject_names_words" ON "subject" USING gin (to_tsvector('gainsay', "names"("label", "aliases")));
CREATE INDEX "subject_names_trigrams" ON "subject" USING gin ("names"("label", "aliases") gin_trgm_ops);
CREATE INDEX "story_title_trigrams" ON "story" USING gin ("title" gin_trgm_ops);
CREATE INDEX "concept_names_trigrams" ON "concept" USING gin ("names"("pref_label", "alt_labels") gin_trgm_ops);
CREATE INDEX "agent_name_trigrams" ON "agent" USING gin ("name" gin_trgm_ops);
