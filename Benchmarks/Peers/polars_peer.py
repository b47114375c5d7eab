"""polars: frames in memory, names as enumerations, a frame of one row a name for what is counted."""

import os

import polars as pl

from pubql_peer import by_count

DISCARD = "/dev/null"


class Polars:
    name = "polars"

    def __init__(self, corpus):
        self.corpus = corpus
        path = corpus.file("parquet")
        if not os.path.exists(path):
            self._read(corpus).sink_parquet(path)
        self.size = os.path.getsize(path)
        records = pl.read_parquet(path)
        names = lambda field: pl.Enum(
            self._values(records[field]).drop_nulls().unique().sort().to_list())
        self.topic_names = names("topics")
        self.records = records.with_columns(
            pl.col("title").str.to_lowercase().alias("lower_title"),
            pl.col("date").str.slice(0, 4).cast(pl.Int16).alias("year"),
            pl.col("type").cast(names("type")),
            pl.col("topics").cast(pl.List(self.topic_names)),
            pl.col("regions").cast(pl.List(names("regions"))))
        exploded = lambda field: self.records.select("id", "date", "year", field).explode(field)
        self.topics = exploded("topics").sort("topics", "id")
        self.regions = exploded("regions").sort("regions", "id")
        self.authors = self.records.select("id", "title", "authors").explode("authors")

    @staticmethod
    def _read(corpus):
        return pl.scan_ndjson(corpus.jsonl).select(
            pl.col("id").cast(pl.UInt32), "title", "authors", "date", "type", "abstract", "topics",
            "regions")

    def load(self, corpus):
        """Reads JSON Lines; gives how many records there are."""
        return self._read(corpus).collect().height

    def questions(self):
        topics, regions, title = self.topics, self.regions, self.records["lower_title"]
        is_city = pl.col("topics") == "Cities"
        china = lambda: regions.lazy().filter(pl.col("regions") == "China").select("id")
        return {
            "topic": lambda: topics.select((pl.col("topics") == "Foreign Policy").sum()).item(),
            "three-conditions": lambda: topics.lazy()
            .filter(is_city & pl.col("year").is_between(2015, 2020))
            .join(china(), on="id", how="semi").select(pl.len()).collect().item(),
            "author": lambda: sorted(
                r[0] for r in self.authors.lazy().filter(pl.col("authors") == self.corpus.author)
                .select("id", "title").collect().rows()),
            "newest": lambda: topics.lazy().filter(is_city)
            .sort("date", "id", descending=[True, False]).head(20).select("id", "date")
            .collect().rows(),
            "by-topic": lambda: self._top(topics.lazy()),
            "by-topic-filtered": lambda: self._top(
                topics.lazy().filter(pl.col("year") >= 2010).join(china(), on="id", how="semi")),
            "year-type": lambda: sorted(
                self.records.lazy().group_by("year", "type").len().collect().rows()),
            "topic-pairs": self._pairs,
            "jsonl": self._write,
            "phrase": lambda: self.records["abstract"]
            .str.contains(r"(?i)\brule\W+of\W+law\b").sum(),
            "phrase-title": lambda: title.str.contains(r"\bplace in the world\b").sum(),
            "substring": lambda: title.str.contains("urban", literal=True).sum(),
            "regex": lambda: title.str.contains("cit(y|ies)").sum(),
        }

    @staticmethod
    def _values(series):
        return series.explode() if series.dtype == pl.List else series

    @staticmethod
    def _top(frame):
        counts = frame.group_by("topics").len().top_k(10, by="len").collect()
        return by_count(counts.rows())

    def _pairs(self):
        one = self.topics.lazy().select("id", pl.col("topics").to_physical().alias("a"))
        counts = (
            one.join(one.rename({"a": "b"}), on="id").filter(pl.col("a") < pl.col("b"))
            .group_by("a", "b").len().top_k(20, by="len").collect())
        names = self.topic_names.categories
        return by_count((*sorted((names[a], names[b])), n) for a, b, n in counts.rows())

    def _write(self):
        self.records.head(100_000).drop("lower_title", "year").write_ndjson(DISCARD)
        return True
