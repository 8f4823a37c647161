-- Positions up to the floor are gone.
ALTER TABLE feed_head ADD COLUMN floor bigint NOT NULL DEFAULT 0;

-- Drops partitions, the oldest first, whose events are all older than so many days; answers how many they were. At
-- least a week is kept whatever is asked, and always the partition that the head is in.
CREATE FUNCTION cut_feed(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  head bigint;
  nth bigint;
  newest timestamptz;
  cut integer := 0;
BEGIN
  SELECT (floor + 1) / 1000000, position INTO nth, head FROM feed_head FOR UPDATE;
  WHILE head >= (nth + 1) * 1000000 LOOP
    EXECUTE format('SELECT max(at) FROM feed_%s WHERE position > %s', nth, (nth + 1) * 1000000 - 1000) INTO newest;
    EXIT WHEN newest > now() - make_interval(days => greatest(days, 7));
    EXECUTE format('DROP TABLE feed_%s', nth);
    nth := nth + 1;
    cut := cut + 1;
    UPDATE feed_head SET floor = nth * 1000000 - 1;
  END LOOP;
  RETURN cut;
END $$;
REVOKE EXECUTE ON FUNCTION cut_feed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cut_feed(integer) TO docket_app;
