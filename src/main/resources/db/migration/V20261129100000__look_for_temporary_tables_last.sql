-- What runs with the owner's rights looks into the caller's temporary schema last, or it could be shown another table
-- under the name of one of the owner's. Where pg_temp is not named it comes first.
ALTER FUNCTION make_feed_partition(bigint) SET search_path = "${flyway:defaultSchema}", pg_temp;
ALTER FUNCTION cut_trail(integer) SET search_path = "${flyway:defaultSchema}", pg_temp;
ALTER FUNCTION cut_feed(integer) SET search_path = "${flyway:defaultSchema}", pg_temp;
