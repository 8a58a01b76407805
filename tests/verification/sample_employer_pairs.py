#!/usr/bin/env python3
"""Draws the pairs that tests/verification/employer_match_labels.tsv judges.

    sample_employer_pairs.py FOLDER          the pairs: stratum, half, posting, list and line
    sample_employer_pairs.py FOLDER --show   each pair as a reader sees it

FOLDER holds postings/ and employers/. A pair is an employer of the archive of March 2021 and an entry
of a published list that share a word which few entries have, or are spelled nearly alike. The sample
is a function of the files and of the seed: pairs of a stratum are taken in the order of SHA-256 over
seed and ids. Of one employer, and of one name of a list, at most one pair is taken.
"""
import argparse
import collections
import csv
import difflib
import glob
import gzip
import hashlib
import io
import json
import os
import re
import unicodedata

SEED = "job-scout-employers-2026-11-28"
RARE_MAX = 40  # Names of lists that share a word; more frequent words pair nobody.
STRATA = {
    "alike": 70,         # the same words but for the legal form
    "half_and_more": 70, # half of all words are shared, or more
    "some_words": 25,    # less
    "near_spelling": 60, # nearly the same letters, other words
    "numbered": 15,      # nearly the same number
    "non_compliant": 60, # an entry of the non-compliant list: a third of all words, or near spelling
}
FORMS = frozenset(
    "inc incorporated ltd ltee limitee limited corp corporation co company cie llp lp llc ulc senc sencrl srl".split()
)


def digest(*parts):
    return hashlib.sha256("\n".join((SEED, *map(str, parts))).encode()).hexdigest()


def words(text):
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    return re.findall("[a-z0-9]+", decomposed.encode("ascii", "ignore").decode())


def names_of_list(folder):
    """(list, line, name, where) of each entry that has a name of its own."""
    for path in sorted(glob.glob(os.path.join(folder, "employers/lmia_*.csv.gz"))):
        name = os.path.basename(path)
        raw = gzip.open(path).read()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
        # Some files end their lines twice (CR CR LF): csv then counts two, an import one. The order of
        # the sample is by csv's count, what is printed by the import's.
        reader = csv.reader(io.StringIO(text, newline=""))
        column, address, line = None, None, 1
        for cells in reader:
            first, line = line, reader.line_num + 1
            header = [re.sub(r"\s+", " ", cell.strip().lower()) for cell in cells]
            if "employer" in header:
                column, address = header.index("employer"), header.index("address")
                continue
            if column is None or len(cells) <= max(column, address) or not cells[column].strip():
                continue
            if column == 0 and not any(cell.strip() for cell in cells[1:]):
                continue
            twice = "\r\r\n" in text[:4096]
            yield "lmia/" + name, (first, (first + 1) // 2 if twice else first), cells[column].strip(), cells[address].strip()
    path = os.path.join(folder, "employers/ircc_non_compliant_employers_2023-10-04.tsv")
    for line, row in enumerate(csv.DictReader(open(path, encoding="utf-8-sig"), delimiter="\t"), 2):
        yield ("non_compliant/" + os.path.basename(path), (line, line), row["business_operating_name"].strip(), row["address"])
        if row["business_legal_name"].strip() != row["business_operating_name"].strip():
            yield ("non_compliant/" + os.path.basename(path), (line, line), row["business_legal_name"].strip(), row["address"])
    path = os.path.join(folder, "employers/aip_designated_employers_2026-06.json")
    for line, row in enumerate(json.load(open(path, encoding="utf-8")), 1):
        yield "aip_designated/" + os.path.basename(path), (line, line), row["employer"], f"{row.get('location')}, {row['province']}"


def employers(folder):
    found = {}
    for part in (1, 2):
        with gzip.open(os.path.join(folder, f"postings/jobbank_2021-03_part{part}.ndjson.gz"), "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["employer"] and record["source_id"]:
                    found.setdefault(record["employer"], (record["source"] + "/" + record["source_id"], record["locations"]))
    return found


def stratum_of(left, right, entry):
    one, other = set(left) - FORMS, set(right) - FORMS
    if not one or not other:
        return None
    shared = len(one & other) / len(one | other)
    near = difflib.SequenceMatcher(None, "".join(left), "".join(right)).ratio() >= 0.88
    if entry[0].startswith("non_compliant"):
        return "non_compliant" if shared >= 1 / 3 or near else None
    if one == other:
        return "alike"
    if left[0].isdigit() and right[0].isdigit():
        return "numbered" if near else None
    if near:
        return "near_spelling"
    return "half_and_more" if shared >= 0.5 else "some_words" if shared >= 0.25 else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    entries, seen = [], set()
    for entry in names_of_list(arguments.folder):
        if (entry[0].split("/")[0], entry[2]) not in seen:
            seen.add((entry[0].split("/")[0], entry[2]))
            entries.append(entry)
    by_word = collections.defaultdict(list)
    for number, entry in enumerate(entries):
        for word in set(words(entry[2])) - FORMS:
            by_word[word].append(number)
            by_word["^" + word[:5]].append(number) if len(word) > 6 else None
    pairs = collections.defaultdict(list)
    for name, (posting, where) in employers(arguments.folder).items():
        candidates = set()
        for word in set(words(name)) - FORMS:
            for block in (word, "^" + word[:5]):
                if len(by_word.get(block, ())) <= RARE_MAX:
                    candidates.update(by_word.get(block, ()))
        for number in candidates:
            entry = entries[number]
            stratum = stratum_of(words(name), words(entry[2]), entry)
            if stratum:
                pairs[stratum].append((digest(posting, entry[0], entry[1][0]), posting, name, where, entry))
    taken_names, taken_entries = set(), set()
    for stratum, wanted in STRATA.items():
        for key, posting, name, where, entry in sorted(pairs[stratum]):
            if name in taken_names or entry[2] in taken_entries:
                continue
            taken_names.add(name)
            taken_entries.add(entry[2])
            half = "held_out" if int(key[:8], 16) % 2 else "open"
            print(stratum, half, posting, entry[0], entry[1][1], sep="\t")
            if arguments.show:
                print("   ", name, "|", "; ".join(where or []))
                print("   ", entry[2], "|", entry[3])
            wanted -= 1
            if wanted == 0:
                break


main()
