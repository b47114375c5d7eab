#!/usr/bin/env python3
"""PubQL beside DuckDB, SQLite, tantivy and polars: the same questions, asked by turns.

    Benchmarks/Peers/compare.py --bench .build/release/pubql-bench --size 1000000

makes a virtual environment with the versions of requirements.txt, the corpus, and what each tool
makes of it (all kept in --directory for the next time), asks every question of every tool in each
round, holds the answers against PubQL's, and prints a table. Exits with 1 when an answer is wrong.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))

# So often each tool is asked in a row, unless an answer takes so many milliseconds.
REPEATS = 7
SLOW = 200

# Loading is measured on no more records than this, so often: some tools take long.
MOST_LOADED = 100_000
LOAD_ROUNDS = 5
LOAD_TITLES = {
    "load": "records into columns, from what is read quickest",
    "load-listing": "listing text into columns",
}

# Rows in which tools mean something else, and how their answers are looked at.
DIFFERENT = {
    "search": "how much titles and lengths count differs; the same records are found",
    "search-common": "how much titles and lengths count differs; the same records are found",
    "newest": "tantivy takes any of equal dates",
}


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", default=".build/release/pubql-bench", help="pubql-bench")
    parser.add_argument("--size", type=int, default=100_000, help="how many records")
    parser.add_argument("--rounds", type=int, default=15, help="how often each question is asked")
    parser.add_argument("--directory", default="/tmp/pubql-peers", help="where all files are kept")
    parser.add_argument("--json", help="write all figures here")
    parser.add_argument("rows", nargs="*", help="rows by name; all unless told")
    return parser.parse_args()


def ensure_environment(folder):
    """Runs this script again in a virtual environment that has the tools."""
    environment = os.path.join(folder, "venv")
    python = os.path.join(environment, "bin", "python")
    if sys.prefix == environment:
        return
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "-r", os.path.join(HERE, "requirements.txt")], check=True)
    os.execv(python, [python, *sys.argv])


def set_up(corpus):
    """The peers, each with the seconds that its set-up took; little where its files were there."""
    from duckdb_peer import DuckDB
    from polars_peer import Polars
    from sqlite_peer import SQLite
    from tantivy_peer import Tantivy

    peers = []
    for kind in (DuckDB, SQLite, Tantivy, Polars):
        begin = time.perf_counter()
        peer = kind(corpus)
        seconds = time.perf_counter() - begin
        print(f"{peer.name}: ready in {seconds:.1f} s, {peer.size / 1e9:.2f} GB", file=sys.stderr)
        peers.append(peer)
    return peers


def agrees(row, mine, theirs):
    """Whether an answer is the same, as far as both tools mean the same."""
    if row.startswith("search"):
        return True
    if row == "newest":
        return [date for _, date in mine] == [date for _, date in theirs]
    if row == "topic-pairs":
        return mine == theirs[: len(mine)]
    return mine == theirs


def timed(question):
    begin = time.perf_counter()
    answer = question()
    return (time.perf_counter() - begin) * 1000, answer


def timed_repeatedly(question, repeats):
    each = [timed(question) for _ in range(repeats)]
    return [ms for ms, _ in each], each[-1][1]


def in_a_row(ask):
    """Several answers' times: the first pays for what other tools have left in the caches, and does
    not count. What takes long takes that long anyway, and is asked once."""
    times, answer = ask(1)
    return (times if times[0] > SLOW else ask(REPEATS)[0]), answer


def measure(row, pubql, questions, rounds):
    """Times of each tool by its name, and what is wrong with answers."""
    asked = {"PubQL": lambda repeats: pubql.ask(row, repeats)}
    for name, question in questions.items():
        asked[name] = lambda repeats, question=question: timed_repeatedly(question, repeats)
    times = {name: [] for name in asked}
    problems, mine = [], None
    for turn in range(rounds + 1):
        for name, ask in asked.items():
            # What takes seconds is known well enough after a few turns.
            if len(times[name]) >= 3 and times[name][0] > 2000:
                continue
            each, answer = in_a_row(ask)
            if turn > 0:
                times[name] += each
                continue
            if name == "PubQL":
                mine = answer
            elif not agrees(row, mine, answer):
                problems.append(f"{row}: {name} says {str(answer)[:200]}, PubQL {str(mine)[:200]}")
    return times, problems


def compare_matches(pubql, peers):
    """Whether searches find the same records, however they rank them."""
    problems = []
    for words in ("smart city", "policy world"):
        mine = pubql.matches(words)
        for peer in peers:
            theirs = peer.matches(words) if hasattr(peer, "matches") else mine
            if theirs != mine:
                problems.append(f"search {words}: {peer.name} finds {theirs}, PubQL {mine}")
    return problems


def loading(corpus, bench, peers):
    """Reading records into columns that can be asked, without words: PubQL as a process and from
    the listing, the others within this one. Two rows: each from what it reads quickest, and all
    that can from the listing."""
    pubql = [os.path.join(os.path.dirname(bench), "pubql"), corpus.listing, "-c", "count", "--quiet"]
    mine = lambda: int(subprocess.run(
        pubql, check=True, capture_output=True, text=True).stdout.split()[-1])
    ways = {"load": "load", "load-listing": "load_listing"}
    figures, problems = {}, []
    for row, way in ways.items():
        asked = {"PubQL": mine} | {
            peer.name: lambda peer=peer: getattr(peer, way)(corpus)
            for peer in peers if hasattr(peer, way)}
        figures[row] = {name: [] for name in asked}
        for turn in range(LOAD_ROUNDS + 1):
            for name, load in asked.items():
                ms, count = timed(load)
                if turn > 0:
                    figures[row][name].append(ms)
                elif count != corpus.size:
                    problems.append(f"{row}: {name} reads {count} records of {corpus.size}")
        tell(row, figures[row])
    return figures, problems


def table(figures, titles):
    lines = ["| work | PubQL, ms | best peer, ms | PubQL ÷ best peer | all peers, ms |",
             "| --- | --- | --- | --- | --- |"]
    for row, times in figures.items():
        medians = {name: statistics.median(each) for name, each in times.items()}
        mine = medians.pop("PubQL")
        name = min(medians, key=medians.get, default=None)
        best = f"{name} {digits(medians[name])}" if name else "none"
        ratio = f"{mine / medians[name]:.2f}" if name else ""
        others = ", ".join(f"{n} {digits(m)}" for n, m in sorted(medians.items()))
        lines.append(f"| {titles[row]} | {digits(mine)} | {best} | {ratio} | {others} |")
    return "\n".join(lines)


def tell(row, times):
    """How far it is, for a run of an hour that is broken off tells nothing otherwise."""
    medians = ", ".join(f"{n} {digits(statistics.median(t))} ms" for n, t in times.items())
    print(f"{row}: {medians}", file=sys.stderr)


def digits(ms):
    return f"{ms:.0f}" if ms >= 100 else f"{ms:.3g}"


def main():
    told = options()
    bench = os.path.abspath(told.bench)
    os.makedirs(told.directory, exist_ok=True)
    ensure_environment(os.path.abspath(told.directory))
    sys.path.insert(0, HERE)
    from corpus import Corpus
    from pubql_peer import PubQL

    corpus = Corpus.export(bench, told.directory, told.size)
    peers = set_up(corpus)
    pubql = PubQL(corpus, bench)
    questions = {peer.name: peer.questions() for peer in peers}
    figures, problems = {}, compare_matches(pubql, peers)
    for row in corpus.queries:
        if told.rows and row not in told.rows:
            continue
        able = {name: own[row] for name, own in questions.items() if row in own}
        figures[row], wrong = measure(row, pubql, able, told.rounds)
        problems += wrong
        tell(row, figures[row])
    if not told.rows or "load" in told.rows:
        loaded = corpus if told.size <= MOST_LOADED else Corpus.export(
            bench, told.directory, MOST_LOADED)
        loads, wrong = loading(loaded, bench, peers)
        figures |= loads
        problems += wrong
    titles = corpus.titles | {
        row: f"{title}, {min(told.size, MOST_LOADED):,} records" for row, title in LOAD_TITLES.items()}
    print(f"{told.size} records, medians of {told.rounds} rounds\n")
    print(table(figures, titles))
    for row in figures:
        if DIFFERENT.get(row):
            print(f"\n{titles[row]}: {DIFFERENT[row]}.")
    if told.json:
        with open(told.json, "w", encoding="utf-8") as file:
            json.dump({"records": told.size, "times_ms": figures, "wrong": problems}, file)
    for problem in problems:
        print(f"WRONG: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
