"""tantivy: words with positions, names as single terms, fast fields for sorting and counting."""

import json
import os
import re

import tantivy

from pubql_peer import by_count

Q = tantivy.Query
SHOULD, MUST = tantivy.Occur.Should, tantivy.Occur.Must


class Tantivy:
    name = "tantivy"

    def __init__(self, corpus):
        self.corpus = corpus
        path = corpus.file("tantivy")
        self.schema = self._schema()
        is_new = not os.path.exists(path)
        os.makedirs(path, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=path)
        if is_new:
            self._fill()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.size = sum(entry.stat().st_size for entry in os.scandir(path))

    @staticmethod
    def _schema():
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("id", stored=True, fast=True)
        builder.add_unsigned_field("year", indexed=True, fast=True)
        builder.add_unsigned_field("month", fast=True, stored=True)
        builder.add_text_field("title", stored=True)
        builder.add_text_field("abstract")
        for name in ("author", "topic", "region", "type"):
            builder.add_text_field(name, tokenizer_name="raw", fast=True, index_option="basic")
        return builder.build()

    def _fill(self):
        writer = self.index.writer(heap_size=1_000_000_000, num_threads=2)
        for r in self.corpus.records():
            year, _, month = r["date"].partition("-")
            writer.add_json(json.dumps({
                "id": int(r["id"]), "title": r["title"], "abstract": r.get("abstract", ""),
                "author": r.get("authors", []), "topic": r.get("topics", []),
                "region": r.get("regions", []), "type": r.get("type", ""),
                # A year comes before its months, and so does its number.
                "year": int(year), "month": int(year) * 100 + int(month or 0)}))
        writer.commit()
        writer.wait_merging_threads()

    def questions(self):
        term = lambda field, value: Q.term_query(self.schema, field, value)
        years = lambda first, last: Q.range_query(
            self.schema, "year", tantivy.FieldType.Unsigned, first, last)
        both = lambda *queries: Q.boolean_query([(MUST, query) for query in queries])
        cities = term("topic", "Cities")
        china_since_2010 = both(term("region", "China"), years(2010, 3000))
        author = term("author", self.corpus.author)
        fuzzy = Q.fuzzy_term_query(self.schema, "author", self.corpus.name, distance=1)
        phrase = lambda field, words: Q.phrase_query(self.schema, field, words.split())
        count = lambda query: lambda: self._count(query)
        return {
            "topic": count(term("topic", "Foreign Policy")),
            "three-conditions": count(
                both(cities, term("region", "China"), years(2015, 2020))),
            "author": lambda: self._ids(author),
            "author-edit": count(fuzzy),
            "newest": lambda: self._newest(cities),
            "by-topic": lambda: self._topics(Q.all_query()),
            "by-topic-filtered": lambda: self._topics(china_since_2010),
            "year-type": self._year_type,
            "search": lambda: self._best("smart city"),
            "search-common": lambda: self._best("policy world"),
            "phrase": count(phrase("abstract", "rule of law")),
            "phrase-title": count(phrase("title", "place in the world")),
            "substring": count(Q.regex_query(self.schema, "title", ".*urban.*")),
            "regex": count(Q.regex_query(self.schema, "title", ".*cit(y|ies).*")),
        }

    def matches(self, words):
        return self._count(self._all_words(words))

    def _count(self, query):
        return self.searcher.search(query, limit=1, count=True).count

    def _all_words(self, text):
        """Each word in title or abstract, a title counting twice."""
        word = lambda w: Q.boolean_query([
            (SHOULD, Q.boost_query(Q.term_query(self.schema, "title", w), 2.0)),
            (SHOULD, Q.term_query(self.schema, "abstract", w))])
        return Q.boolean_query([(MUST, word(w)) for w in text.split()])

    def _documents(self, hits):
        return [self.searcher.doc(address) for _, address in hits]

    def _ids(self, query):
        hits = self.searcher.search(query, limit=100_000, count=False).hits
        return sorted((d["id"][0], d["title"][0])[0] for d in self._documents(hits))

    def _best(self, words):
        hits = self.searcher.search(self._all_words(words), limit=10, count=False).hits
        return [d["id"][0] for d in self._documents(hits)]

    def _newest(self, query):
        hits = self.searcher.search(query, limit=20, count=False, order_by_field="month").hits
        dates = [(d["id"][0], d["month"][0]) for d in self._documents(hits)]
        return [(i, re.sub(r"-00$", "", f"{m // 100}-{m % 100:02}")) for i, m in dates]

    def _topics(self, query):
        told = self.searcher.aggregate(query, {"t": {"terms": {"field": "topic", "size": 10}}})
        return by_count((b["key"], b["doc_count"]) for b in told["t"]["buckets"])

    def _year_type(self):
        types = {"terms": {"field": "type", "size": 100}}
        told = self.searcher.aggregate(
            Q.all_query(), {"y": {"terms": {"field": "year", "size": 1000}, "aggs": {"t": types}}})
        return sorted(
            (int(y["key"]), t["key"], t["doc_count"])
            for y in told["y"]["buckets"] for t in y["t"]["buckets"])
