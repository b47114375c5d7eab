"""SQLite: tables with covering indexes, FTS5 for words, its trigram tokenizer for substrings."""

import os

import apsw

from pubql_peer import by_count

TABLES = """
CREATE TABLE records (id INTEGER PRIMARY KEY, title, abstract, date, year INTEGER, type);
CREATE TABLE topics (topic, date, id INTEGER, PRIMARY KEY (topic, date DESC, id)) WITHOUT ROWID;
CREATE TABLE pairs (id INTEGER, topic, PRIMARY KEY (id, topic)) WITHOUT ROWID;
CREATE TABLE regions (region, id INTEGER, PRIMARY KEY (region, id)) WITHOUT ROWID;
CREATE TABLE authors (author, id INTEGER, title, PRIMARY KEY (author, id)) WITHOUT ROWID;
"""

WORDS = """
CREATE VIRTUAL TABLE words USING fts5(
  title, abstract, content = 'records', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE letters USING fts5(
  title, content = 'records', content_rowid = 'id', tokenize = 'trigram');
"""

AFTER = """
INSERT INTO words(words) VALUES ('rebuild');
INSERT INTO letters(letters) VALUES ('rebuild');
INSERT INTO words(words) VALUES ('optimize');
INSERT INTO letters(letters) VALUES ('optimize');
INSERT INTO words(words, rank) VALUES ('rank', 'bm25(2.0, 1.0)');
CREATE INDEX year_type ON records (year, type);
ANALYZE;
"""


class SQLite:
    name = "SQLite"

    def __init__(self, corpus):
        self.corpus = corpus
        path = corpus.file("sqlite")
        is_new = not os.path.exists(path)
        self.connection = apsw.Connection(path)
        for setting in ("cache_size = -1000000", "mmap_size = 8000000000", "journal_mode = off",
                        "synchronous = off"):
            self.connection.execute(f"PRAGMA {setting}")
        if is_new:
            self._fill()
        self.size = os.path.getsize(path)

    def _fill(self):
        self.connection.execute(TABLES + WORDS)
        self._insert_all(self.connection, self.corpus)
        self.connection.execute(AFTER)

    def load(self, corpus):
        """Reads JSON Lines into tables in memory; gives how many records there are."""
        connection = apsw.Connection(":memory:")
        connection.execute(TABLES)
        self._insert_all(connection, corpus)
        return connection.execute("SELECT count(*) FROM records").fetchall()[0][0]

    def _insert_all(self, connection, corpus):
        connection.execute("BEGIN")
        batch = []
        for record in corpus.records():
            batch.append(record)
            if len(batch) == 10_000:
                self._insert(connection.executemany, batch)
                batch = []
        self._insert(connection.executemany, batch)
        connection.execute("COMMIT")

    @staticmethod
    def _insert(many, batch):
        many("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)", [
            (int(r["id"]), r["title"], r.get("abstract"), r["date"], int(r["date"][:4]),
             r.get("type")) for r in batch])
        many("INSERT OR IGNORE INTO topics VALUES (?, ?, ?)", [
            (t, r["date"], int(r["id"])) for r in batch for t in r.get("topics", [])])
        many("INSERT OR IGNORE INTO pairs VALUES (?, ?)", [
            (int(r["id"]), t) for r in batch for t in r.get("topics", [])])
        many("INSERT OR IGNORE INTO regions VALUES (?, ?)", [
            (t, int(r["id"])) for r in batch for t in r.get("regions", [])])
        many("INSERT OR IGNORE INTO authors VALUES (?, ?, ?)", [
            (a, int(r["id"]), r["title"]) for r in batch for a in r.get("authors", [])])

    def questions(self):
        one = lambda sql, *values: lambda: self._rows(sql, values)[0][0]
        search = lambda words: lambda: [
            r[0] for r in self._rows(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10", [words])]
        return {
            "topic": one("SELECT count(*) FROM topics WHERE topic = 'Foreign Policy'"),
            "three-conditions": one(
                "SELECT count(*) FROM topics t JOIN regions r ON r.region = 'China' AND r.id = t.id"
                " WHERE t.topic = 'Cities' AND t.date >= '2015' AND t.date < '2021'"),
            "author": lambda: sorted(r[0] for r in self._rows(
                "SELECT id, title FROM authors WHERE author = ?", [self.corpus.author])),
            "newest": lambda: self._rows(
                "SELECT id, date FROM topics WHERE topic = 'Cities' ORDER BY date DESC, id LIMIT 20"),
            "by-topic": lambda: by_count(self._rows(
                "SELECT topic, count(*) AS n FROM topics GROUP BY topic ORDER BY n DESC LIMIT 10")),
            "by-topic-filtered": lambda: by_count(self._rows(
                "SELECT p.topic, count(*) AS n FROM regions r JOIN records c ON c.id = r.id"
                " JOIN pairs p ON p.id = r.id WHERE r.region = 'China' AND c.year >= 2010"
                " GROUP BY p.topic ORDER BY n DESC LIMIT 10")),
            "year-type": lambda: sorted(self._rows(
                "SELECT year, type, count(*) FROM records GROUP BY year, type")),
            "topic-pairs": lambda: by_count(self._rows(
                "SELECT a.topic, b.topic, count(*) AS n FROM pairs a"
                " JOIN pairs b ON b.id = a.id AND a.topic < b.topic GROUP BY a.topic, b.topic"
                " ORDER BY n DESC LIMIT 20")),
            "search": search("smart city"),
            "search-common": search("policy world"),
            "phrase": one("SELECT count(*) FROM words WHERE words MATCH 'abstract : \"rule of law\"'"),
            "phrase-title": one("SELECT count(*) FROM words WHERE words MATCH 'title : \"place in the world\"'"),
            "substring": one("SELECT count(*) FROM letters WHERE letters MATCH '\"urban\"'"),
        }

    def matches(self, words):
        return self._rows("SELECT count(*) FROM words WHERE words MATCH ?", [words])[0][0]

    def _rows(self, sql, values=()):
        return self.connection.execute(sql, list(values)).fetchall()
