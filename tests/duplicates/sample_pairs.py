#!/usr/bin/env python3
"""Draws the pairs of the archive that tests/duplicates/labels.tsv judges.

    sample_pairs.py FOLDER          the pairs: stratum, half, the two ids
    sample_pairs.py FOLDER --show   each pair as a reader sees it: what is equal, what differs

FOLDER holds jobbank_2021-03_part*.ndjson.gz. The sample is a function of the archive and of the
seed: pairs of a stratum are taken in the order of SHA-256 over seed and ids, so that no random
number generator has to stay the same. From one group of alike postings at most two pairs are
taken, so that no large employer decides the figure.
"""
import argparse
import collections
import datetime
import glob
import gzip
import hashlib
import itertools
import json
import re
import unicodedata

SEED = "job-scout-duplicates-2026-11-25"
PAIRS_OF_A_GROUP_MAX = 2
GROUP_SIZE_MAX = 60  # Larger groups are cut, in the order of the seed: pairs grow as the square.

# stratum -> pairs wanted
STRATA = {
    "same_day": 60,         # one source: employer, both titles and city alike, posted the same day
    "days_apart": 70,       # ... posted 1 to 6 days apart
    "weeks_apart": 230,     # ... posted 7 days or more apart
    "across_sources": 844,  # two sources: employers share words, one of the titles is alike, same city
    "similar_title": 70,    # same employer and city, titles share half of their words or more
    "other_words": 45,      # same employer, city and standard title, own words differ
    "employer_variant": 60, # same title and city, employers share words and differ
    "other_city": 60,       # same employer and titles, another city
    "same_number": 20,      # the same number in two sources
    "same_url": 8,          # the same link
}
EMPTY_WORDS = frozenset(
    "inc ltd ltee limitee limited corp corporation co company the les le la de du des of and et "
    "canada group groupe senc llp ulc quebec services service s d l o a".split()
)


def digest(*parts):
    return hashlib.sha256("\n".join((SEED, *parts)).encode()).hexdigest()


def fold(text):
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    return " ".join(re.findall("[a-z0-9]+", decomposed.encode("ascii", "ignore").decode()))


class Row:
    def __init__(self, record):
        self.record = record
        self.id = record["source"] + "/" + record["source_id"]
        self.source = record["source"]
        self.employer = fold(record["employer"])
        self.title = fold(record["title"])
        self.own_title = fold(record["original_title"]) or self.title
        self.city = fold(record["location_brief"])
        self.day = datetime.datetime.strptime(record["date_posted"], "%B %d, %Y").date()
        self.employer_words = frozenset(self.employer.split()) - EMPTY_WORDS
        self.title_words = frozenset(self.own_title.split())


def read_archive(folder):
    rows = []
    for path in sorted(glob.glob(folder + "/jobbank_2021-03_part*.ndjson.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows.extend(Row(json.loads(line)) for line in lines)
    return rows


def share(one, other):
    """Words in common, of the shorter's."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def jaccard(one, other):
    return len(one & other) / len(one | other) if one and other else 0.0


def exact_stratum(a, b):
    if a.source != b.source:
        return None
    days = abs((a.day - b.day).days)
    return "same_day" if days == 0 else "days_apart" if days < 7 else "weeks_apart"


def across_stratum(a, b):
    alike = a.title == b.title or a.own_title == b.own_title or a.title_words == b.title_words
    if a.source != b.source and alike and share(a.employer_words, b.employer_words) >= 0.6:
        return "across_sources"
    return None


def title_stratum(a, b):
    if a.own_title == b.own_title:
        return None
    if jaccard(a.title_words, b.title_words) >= 0.5:
        return "similar_title"
    return "other_words" if a.title == b.title else None


def variant_stratum(a, b):
    differ = a.employer != b.employer and a.employer_words != b.employer_words
    return "employer_variant" if differ and jaccard(a.employer_words, b.employer_words) >= 0.4 else None


def city_stratum(a, b):
    return "other_city" if a.city != b.city else None


def number_stratum(a, b):
    return "same_number" if a.source != b.source else None


def url_stratum(a, b):
    return "same_url"


# key of the group, and which stratum a pair of it belongs to
GROUPINGS = [
    (lambda r: r.record["external_url"], url_stratum),
    (lambda r: r.record["source_id"], number_stratum),
    (lambda r: (r.employer, r.title, r.own_title, r.city), exact_stratum),
    (lambda r: (r.city, r.title), across_stratum),
    (lambda r: (r.city, r.own_title), across_stratum),
    (lambda r: (r.employer, r.city), title_stratum),
    (lambda r: (r.city, r.own_title), variant_stratum),
    (lambda r: (r.employer, r.title, r.own_title), city_stratum),
]


def candidates(rows):
    """stratum -> pairs, in the order of the seed, few of each group"""
    found = collections.defaultdict(dict)
    seen = set()
    for number, (key, stratum_of) in enumerate(GROUPINGS):
        groups = collections.defaultdict(list)
        for row in rows:
            if key(row):
                groups[key(row)].append(row)
        for name, group in groups.items():
            group.sort(key=lambda row: digest(row.id))
            pairs = sorted(
                itertools.combinations(group[:GROUP_SIZE_MAX], 2),
                key=lambda pair: digest(*sorted((pair[0].id, pair[1].id))),
            )
            taken = collections.Counter()
            for pair in pairs:
                stratum = stratum_of(*pair)
                ids = tuple(sorted((pair[0].id, pair[1].id)))
                if stratum and ids not in seen and taken[stratum] < PAIRS_OF_A_GROUP_MAX:
                    taken[stratum] += 1
                    seen.add(ids)
                    found[stratum][ids] = pair
    return found


def sample(rows):
    found = candidates(rows)
    for stratum, wanted in STRATA.items():
        ordered = sorted(found[stratum], key=lambda ids: digest(stratum, *ids))
        for ids in ordered[:wanted]:
            half = "held_out" if int(digest("half", *ids)[:2], 16) % 2 else "open"
            yield stratum, half, *sorted(found[stratum][ids], key=lambda row: row.id)


UNREAD = {"ref", "h1", "html_sha256", "noc2021", "noc2021_via", "noc2016", "noc2016_title", "region",
          "region_ids", "region_median_wage", "salary_min", "salary_max", "currency", "salary_unit",
          "date_modified", "source", "source_id", "external_url", "jobbank_id", "verified"}


def differing(one, other):
    """The parts of a long text that only one side has."""
    one, other = str(one), str(other)
    start = next((i for i, (x, y) in enumerate(zip(one, other)) if x != y), min(len(one), len(other)))
    start = max(0, start - 25) if min(len(one), len(other)) > 120 else 0
    return one[start:start + 130] + " <> " + other[start:start + 130]


def show(number, stratum, a, b):
    equal, different = [], []
    for key, value in a.record.items():
        other = b.record[key]
        if key in UNREAD or not (value or other):
            continue
        if value == other:
            text = str(value)
            equal.append(text if len(text) <= 60 else f"{key}({len(text)})")
        else:
            different.append(f"{key}: {differing(value, other)}")
    days = (b.day - a.day).days
    print(f"{number} {stratum} {a.id} ~ {b.id} [{days:+}d]")
    print("  = " + " | ".join(equal))
    for line in different:
        print("  ! " + line)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    print(f"# seed {SEED}")
    for number, (stratum, half, a, b) in enumerate(sample(read_archive(options.folder)), 1):
        if options.show:
            show(number, stratum, a, b)
        else:
            print("\t".join((stratum, half, a.id, b.id)))


if __name__ == "__main__":
    main()
