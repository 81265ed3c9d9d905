-- Parts of a dossier straight from Parquet: a root that shows the most important events of all time, and a
-- file for each two thousand, which the widget fetches when their time is looked at.
--
-- Wanted: events.parquet with the columns id, date, title and importance. In object storage both ends may be
-- addresses: INSTALL httpfs; LOAD httpfs; then read_parquet('s3://corpus/*.parquet') and TO 's3://site/tiles'.

-- With one thread the files have the names that the root gives them. They are written as a table of one cell,
-- without quotation marks: DuckDB parts only tables into files.
SET threads = 1;

CREATE TEMP TABLE sorted AS
SELECT id, CAST(date AS DATE) AS day, title, importance,
       (row_number() OVER (ORDER BY date, id) - 1) // 2000 AS part
FROM read_parquet('events.parquet');

CREATE TEMP TABLE ranked AS
SELECT *, row_number() OVER (PARTITION BY part ORDER BY importance DESC, id) <= 4 AS in_root
FROM sorted;

COPY (
  SELECT part,
         CAST(to_json({events: list({id: id, date: CAST(day AS VARCHAR), title: title} ORDER BY day, id)}) AS VARCHAR)
  FROM ranked WHERE NOT in_root GROUP BY part
) TO 'tiles' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\t', FILE_EXTENSION 'json', PARTITION_BY (part),
              OVERWRITE_OR_IGNORE);

COPY (
  SELECT 'Events from Parquet' AS title,
         (SELECT list({id: id, date: CAST(day AS VARCHAR), title: title} ORDER BY day, id)
          FROM ranked WHERE in_root) AS events,
         (SELECT list({src: 'part=' || part || '/data_0.json',
                       "start": CAST(earliest AS VARCHAR),
                       "end": CAST(latest AS VARCHAR),
                       events: rows} ORDER BY part)
          FROM (SELECT part, min(day) AS earliest, max(day) AS latest, count(*) AS rows
                FROM ranked WHERE NOT in_root GROUP BY part)) AS parts
) TO 'tiles/index.json' (FORMAT json);
