"""The files and questions of a comparison, as `pubql-bench export` makes them."""

import json
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Corpus:
    folder: str
    size: int
    listing: str
    snapshot: str
    jsonl: str
    author: str     # the author of the row `author`
    name: str       # the same with a letter too few, for the row `author-edit`
    titles: dict    # row -> what the table calls it
    queries: dict   # row -> query

    @staticmethod
    def export(bench: str, folder: str, size: int) -> "Corpus":
        command = [bench, "export", "--size", str(size), "--directory", folder]
        told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return Corpus(
            folder=folder, size=size, listing=told["listing"], snapshot=told["snapshot"],
            jsonl=told["jsonl"], author=told["author"], name=told["name"],
            titles={q["name"]: q["title"] for q in told["questions"]},
            queries={q["name"]: q["query"] for q in told["questions"]})

    def records(self):
        with open(self.jsonl, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)

    def file(self, name: str) -> str:
        return f"{self.folder}/{self.size}.{name}"

