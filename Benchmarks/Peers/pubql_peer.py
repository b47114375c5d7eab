"""PubQL: a process that answers questions on the snapshot, and tells its own times."""

import json
import subprocess


class PubQL:
    name = "PubQL"

    def __init__(self, corpus, bench):
        self.corpus = corpus
        self.process = subprocess.Popen(
            [bench, "serve", corpus.snapshot], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)

    def rows(self):
        return self.corpus.queries.keys()

    def ask(self, row, repeats=1):
        """Times in milliseconds and the answer."""
        query = self.corpus.queries[row]
        reply = self._reply(query, "jsonl" if row == "jsonl" else "", repeats)
        if row == "jsonl":
            return reply["ms"], reply["bytes"] > 0
        return reply["ms"], self._answer(row, reply["answer"])

    def matches(self, words):
        """How many records a search finds."""
        return self._reply(f'search "{words}" | count')["answer"][0]["count"]

    def _reply(self, query, form="", repeats=1):
        self.process.stdin.write(f"{repeats}\t{form}\t{query}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    @staticmethod
    def _answer(row, rows):
        if row == "author":
            return sorted(int(r["id"]) for r in rows)
        if row.startswith("search"):
            return [int(r["id"]) for r in rows]
        if row == "newest":
            return [(int(r["id"]), r["date"]) for r in rows]
        if row == "topic-pairs":
            # Records of fewer than two topics are a group without a pair.
            return by_count((*r["pairs"], r["count"]) for r in rows if r["pairs"])
        if row == "year-type":
            return sorted((r["year"], r["type"], r["count"]) for r in rows)
        if row.startswith("by-topic"):
            return by_count((r["topic"], r["count"]) for r in rows)
        return rows[0]["count"]


def by_count(rows):
    """The greatest counts first, equal ones by name."""
    return sorted(rows, key=lambda row: (-row[-1], row))
