"""DuckDB: names as ENUMs in tables of their own, sorted so that a name's records lie together."""

import os

import duckdb

from pubql_peer import by_count

READ = """
SELECT * FROM read_json(
  '{jsonl}', format = 'newline_delimited', maximum_object_size = 1048576,
  columns = {{id: 'INTEGER', title: 'VARCHAR', authors: 'VARCHAR[]', date: 'VARCHAR',
             type: 'VARCHAR', abstract: 'VARCHAR', topics: 'VARCHAR[]', regions: 'VARCHAR[]'}})
"""

SET_UP = """
CREATE TABLE raw AS """ + READ + """;
CREATE TYPE topic_name AS ENUM (SELECT DISTINCT unnest(topics) FROM raw ORDER BY 1);
CREATE TYPE region_name AS ENUM (SELECT DISTINCT unnest(regions) FROM raw ORDER BY 1);
CREATE TYPE type_name AS ENUM (SELECT DISTINCT type FROM raw WHERE type IS NOT NULL ORDER BY 1);
CREATE TABLE records AS
  SELECT id, title, lower(title) AS lower_title, authors, date,
         CAST(date[1:4] AS SMALLINT) AS year, CAST(type AS type_name) AS type, abstract,
         CAST(topics AS topic_name[]) AS topics, CAST(regions AS region_name[]) AS regions
  FROM raw ORDER BY id;
CREATE TABLE topics AS
  SELECT CAST(topic AS topic_name) AS topic, id, date, year
  FROM (SELECT unnest(topics) AS topic, id, date, year FROM records) ORDER BY topic, date DESC, id;
CREATE TABLE pairs AS
  SELECT CAST(topic AS topic_name) AS topic, id
  FROM (SELECT unnest(topics) AS topic, id FROM records) ORDER BY id;
CREATE TABLE regions AS
  SELECT CAST(region AS region_name) AS region, id
  FROM (SELECT unnest(regions) AS region, id FROM records) ORDER BY region, id;
CREATE TABLE authors AS
  SELECT author, r.id, title FROM (SELECT unnest(authors) AS author, id FROM records) a
  JOIN records r USING (id) ORDER BY author, id;
CREATE INDEX author_index ON authors (author);
DROP TABLE raw;
"""

# The listing itself, each field cut out by a pattern; lists in prose stay as they are.
LISTING = """
SELECT
  CAST(regexp_extract(r, '^\\s*(\\d+)\\. ', 1) AS INTEGER) AS id,
  regexp_extract(r, '^\\s*\\d+\\. ([^\\n]*)', 1) AS title,
  regexp_extract(r, '- Author:\\n- ([^\\n]*)', 1) AS authors,
  regexp_extract(r, '- Publication Date:\\n- ([^\\n]*)', 1) AS date,
  regexp_extract(r, '- Content Type:\\n- ([^\\n]*)', 1) AS type,
  regexp_extract(r, '- Institution:\\n- ([^\\n]*)', 1) AS institution,
  regexp_extract(r, '- Abstract:\\n- ([^\\n]*)', 1) AS abstract,
  regexp_extract(r, '- Topic:\\n- ([^\\n]*)', 1) AS topics,
  regexp_extract(r, '- Political Geography:\\n- ([^\\n]*)', 1) AS regions
FROM (SELECT unnest(string_split(content, E'\\n\\n')) AS r FROM read_text('{listing}'))
WHERE length(r) > 3
"""


class DuckDB:
    name = "DuckDB"

    def __init__(self, corpus):
        self.corpus = corpus
        path = corpus.file("duckdb")
        is_new = not os.path.exists(path)
        self.connection = duckdb.connect(path)
        if is_new:
            self.connection.execute(SET_UP.format(jsonl=corpus.jsonl))
            self.connection.execute("CHECKPOINT")
        self.size = os.path.getsize(path)

    def load(self, corpus):
        """Reads JSON Lines; gives how many records there are."""
        return self._load(READ.format(jsonl=corpus.jsonl))

    def load_listing(self, corpus):
        return self._load(LISTING.format(listing=corpus.listing))

    def _load(self, select):
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE loaded AS {select}")
        return self.connection.execute("SELECT count(*) FROM loaded").fetchone()[0]

    def questions(self):
        one = lambda sql, *values: lambda: self._rows(sql, values)[0][0]
        author, name = self.corpus.author, self.corpus.name
        return {
            "topic": one("SELECT count(*) FROM topics WHERE topic = 'Foreign Policy'"),
            "three-conditions": one(
                "SELECT count(*) FROM topics t WHERE topic = 'Cities' AND year BETWEEN 2015 AND 2020"
                " AND id IN (SELECT id FROM regions WHERE region = 'China')"),
            "author": lambda: sorted(
                r[0] for r in self._rows("SELECT id, title FROM authors WHERE author = ?", [author])),
            "author-edit": one(
                "SELECT count(DISTINCT id) FROM authors"
                " WHERE damerau_levenshtein(author, ?) <= 1", name),
            "newest": lambda: self._rows(
                "SELECT id, date FROM topics WHERE topic = 'Cities' ORDER BY date DESC, id LIMIT 20"),
            "by-topic": lambda: by_count(self._rows(
                "SELECT CAST(topic AS VARCHAR), count(*) AS n FROM topics GROUP BY topic"
                " ORDER BY n DESC LIMIT 10")),
            "by-topic-filtered": lambda: by_count(self._rows(
                "SELECT CAST(topic AS VARCHAR), count(*) AS n FROM topics WHERE year >= 2010"
                " AND id IN (SELECT id FROM regions WHERE region = 'China')"
                " GROUP BY topic ORDER BY n DESC LIMIT 10")),
            "year-type": lambda: sorted(self._rows(
                "SELECT year, CAST(type AS VARCHAR), count(*) FROM records GROUP BY year, type")),
            "topic-pairs": lambda: by_count(self._rows(
                "SELECT CAST(least(a.topic, b.topic) AS VARCHAR),"
                " CAST(greatest(a.topic, b.topic) AS VARCHAR), count(*) AS n FROM pairs a"
                " JOIN pairs b ON a.id = b.id AND a.topic < b.topic GROUP BY a.topic, b.topic"
                " ORDER BY n DESC LIMIT 20")),
            "jsonl": self._write,
            "phrase": one(
                r"SELECT count(*) FROM records WHERE contains(lower(abstract), 'rule of law')"
                r" AND regexp_matches(abstract, '(?i)\brule[^\w]+of[^\w]+law\b')"),
            "phrase-title": one(
                r"SELECT count(*) FROM records WHERE contains(lower_title, 'place in the world')"
                r" AND regexp_matches(lower_title, '\bplace in the world\b')"),
            "substring": one("SELECT count(*) FROM records WHERE contains(lower_title, 'urban')"),
            "regex": one(
                "SELECT count(*) FROM records WHERE regexp_matches(lower_title, 'cit(y|ies)')"),
        }

    def _rows(self, sql, values=()):
        return self.connection.execute(sql, list(values)).fetchall()

    def _write(self):
        self.connection.execute(
            "COPY (SELECT id, title, authors, date, type, abstract, topics, regions FROM records"
            " LIMIT 100000) TO '/dev/null' (FORMAT JSON)")
        return True
