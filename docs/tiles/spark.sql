-- The same in Spark SQL. It writes one JSON object a line, so that each part is a file of one line; Spark names
-- the files itself: `parts.part` is the folder, and the root is put together from a listing of it.

CREATE OR REPLACE TEMP VIEW ranked AS
SELECT *, row_number() OVER (PARTITION BY part ORDER BY importance DESC, id) <= 4 AS in_root
FROM (SELECT id, CAST(date AS DATE) AS day, title, importance,
             CAST((row_number() OVER (ORDER BY date, id) - 1) / 2000 AS BIGINT) AS part
      FROM parquet.`s3a://corpus/events`);

INSERT OVERWRITE DIRECTORY 's3a://site/tiles/parts' USING json
SELECT /*+ REPARTITION(part) */ part,
       sort_array(collect_list(named_struct('date', CAST(day AS STRING), 'id', id, 'title', title))) AS events
FROM ranked WHERE NOT in_root GROUP BY part;

INSERT OVERWRITE DIRECTORY 's3a://site/tiles/root' USING json
SELECT 'Events from Parquet' AS title,
       (SELECT sort_array(collect_list(named_struct('date', CAST(day AS STRING), 'id', id, 'title', title)))
        FROM ranked WHERE in_root) AS events,
       (SELECT collect_list(named_struct('src', concat('part-', part, '.json'), 'start', CAST(earliest AS STRING),
                                         'end', CAST(latest AS STRING), 'events', rows))
        FROM (SELECT part, min(day) AS earliest, max(day) AS latest, count(*) AS rows
              FROM ranked WHERE NOT in_root GROUP BY part ORDER BY part)) AS parts;
