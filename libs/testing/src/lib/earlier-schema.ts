const DAY = "((created_at AT TIME ZONE 'UTC')::date - DATE '1970-01-01')";

/**
 * Statements of earlier migrations that the current ones leave out: the generated column that earlier versions searched, and its index.
 * Applied after the migration `IndexSearches`, they produce the schema of the version before external ids.
 */
export const EARLIER_SEARCH = [
  `CREATE FUNCTION ticket_search_text(input text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN translate(lower(upper(input COLLATE "und-x-icu")), U&'\\03C2\\0307', U&'\\03C3')`,
  `ALTER TABLE tickets ADD COLUMN search_text text NOT NULL
   GENERATED ALWAYS AS (ticket_search_text(title || U&'\\001E' || description)) STORED`,
  `CREATE INDEX tickets_search ON tickets USING gin (
     (ARRAY[${DAY}, (${DAY} >> 5) + 10000000]), (ARRAY[category, priority, status]), ticket_search_keys(search_text),
     search_text gin_trgm_ops
   ) WITH (gin_pending_list_limit = 1024)`,
] as const;
