#!/usr/bin/env python3
"""Draws the corpus of tests/quality, divides its candidates, and pools what a reader grades.

    pool.py corpus FOLDER           corpus.tsv: the postings, by source and source_id only
    pool.py occupations FOLDER      four occupations of each broad category that no tuned candidate has, as far as there are:
                                    whoever writes candidates takes these
    pool.py sets                    sets.tsv: which candidates are tuned on, which are held out
    pool.py sheets FOLDER OUT       OUT/<candidate>.md: one grading sheet for each candidate without grades
    pool.py more FOLDER TABLE OUT   the same of the candidates and postings of a table: `quality --unjudged`
    pool.py again COUNT             such a table of COUNT graded postings of each candidate, for a second reader
    pool.py agreement               how far grades_again.tsv, the second reader's, agrees with grades.tsv

FOLDER holds jobbank_2021-03_part*.ndjson.gz. Everything is a function of the archive and of the
seed, which each output names in its first line: what is drawn comes in the order of SHA-256 over
seed and ids, so that no random number generator has to stay the same. A sheet never says which
system returned an item, and its order is that of the seed.
"""
import argparse
import collections
import glob
import hashlib
import json
import math
import os
import re

from archive import AS_OF, HERE, SEED, digest, draw_corpus, fold, key, named_corpus, places, provinces, stratum, text_language

ROOT = os.path.dirname(os.path.dirname(HERE))
OCCUPATIONS_SEED = "job-scout-quality-2026-12-01"
OCCUPATION_POSTINGS = 8
TUNED = 124                # Candidates.
POOL_TOP = 20              # Of each ranked system.
POOL_MINOR = range(5, 16)  # At random of the same minor group, as many as make
POOL_WANTED = 52           # a pool of this size,
POOL_SUB_MAJOR = 5         # then of the same sub-major group,
POOL_ANY = 5               # and of the whole corpus.
SHOWN_CHARACTERS = 350
HOURS_A_YEAR = 2080
HOURLY = {"HOUR": 1, "DAY": 8, "WEEKLY": 40, "BIWEEKLY": 80, "MONTH": HOURS_A_YEAR / 12, "YEAR": HOURS_A_YEAR}


# --- the candidates

def read_candidates():
    for path in sorted(glob.glob(HERE + "/candidates/*.json"), key=number_of):
        with open(path, encoding="utf-8") as file:
            yield os.path.basename(path)[:-5], json.load(file)


def number_of(path):
    return int(os.path.basename(path).split("_")[0])


def current_first(candidate):
    return sorted(candidate["jobs"], key=lambda job: (job["end"] or "9999", job["start"]), reverse=True)


def category_of(candidate):
    """The broad category of the job that the document lists first."""
    return candidate["jobs"][0]["noc"][0]


def speaks_french_first(candidate):
    return any(test["test"] in ("tef", "tcf") and test["first"] for test in candidate["language_tests"])


def sets():
    """The first 124 were held out once, in part, and are all known by now; those that came later nothing is tuned on."""
    for name, candidate in read_candidates():
        language = "fr" if speaks_french_first(candidate) else "en"
        yield name, category_of(candidate), language, "tuned" if number_of(name) <= TUNED else "held_out"


def occupations(folder):
    """Two for English and two for French, of those with at least eight postings that may suit the language."""
    members = collections.defaultdict(list)
    for record in named_corpus(folder):
        members[record["noc2021"]].append(record)
    used = {c["jobs"][0]["noc"] for name, c in read_candidates() if number_of(name) <= TUNED}
    draw = lambda groups: sorted(groups, key=lambda noc: hashlib.sha256(f"{OCCUPATIONS_SEED}:{noc}".encode()).digest())

    def suits(language, noc):
        if language == "fr":
            suiting = [r for r in members[noc] if stratum(r) != "other" or "NB" in provinces(r)]
        else:
            suiting = [r for r in members[noc] if text_language(r) != "fr" and r["languages"] != "French"]
        return len(suiting) >= OCCUPATION_POSTINGS

    for category in "0123456789":
        groups = [noc for noc in members if noc[0] == category]
        left = draw(set(groups) - used) + draw(used.intersection(groups))
        for language in ("en", "fr"):
            taken = [noc for noc in left if suits(language, noc)][:2]
            left = [noc for noc in left if noc not in taken or noc in used]
            yield from ((language, noc, len(members[noc])) for noc in taken)


# --- the systems whose first results are pooled

EMPTY_WORDS = frozenset(
    "a an the of and or to in on for with at by from as is are le la les l d de des du et ou en au aux un une pour "
    "avec dans par sur qui que".split()
)
ENDINGS = ("ations", "ation", "ements", "ement", "ments", "ment", "euses", "euse", "trices", "trice", "teurs", "teur",
           "eurs", "eur", "iers", "ieres", "iere", "ier", "ings", "ing", "ers", "er", "ors", "or", "ies", "ed", "es",
           "ees", "ee", "s", "e", "x", "y")


def stem(word):
    """One crude stem for both languages: the pool needs recall, not finesse."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def terms(text):
    return [stem(word) for word in re.findall(r"[a-z0-9+#]+", fold(text)) if word not in EMPTY_WORDS]


SKILL_LISTS = re.compile(
    "Skills?$|Specializations?$|Programming Languages|Technology Knowledge|Area of|Computer Applications|"
    "Equipment and Machinery|Welding Techniques|Cuisine Specialties|Type of (Trucking|Crops)"
)


def listed(record, personal):
    for name, value in record["requirements"].items():
        if SKILL_LISTS.search(name) or (personal and name == "Personal Suitability"):
            yield value


class Bm25:
    def __init__(self, texts, k1=1.2, b=0.75):
        self.k1, self.b = k1, b
        self.counts = [collections.Counter(terms(text)) for text in texts]
        self.lengths = [sum(counts.values()) for counts in self.counts]
        self.average = sum(self.lengths) / len(self.lengths)
        self.postings = collections.defaultdict(list)
        for number, counts in enumerate(self.counts):
            for term in counts:
                self.postings[term].append(number)

    def top(self, query, tie):
        scores = collections.Counter()
        for term, wanted in collections.Counter(terms(query)).items():
            held = self.postings.get(term, ())
            weight = math.log(1 + (len(self.counts) - len(held) + 0.5) / (len(held) + 0.5)) * wanted
            for number in held:
                count = self.counts[number][term]
                norm = self.k1 * (1 - self.b + self.b * self.lengths[number] / self.average)
                scores[number] += weight * count * (self.k1 + 1) / (count + norm)
        return sorted(scores, key=lambda number: (-scores[number], tie(number)))[:POOL_TOP]


def pool(name, candidate, corpus, index):
    tie = lambda number: digest(name, key(corpus[number]))
    order = sorted(range(len(corpus)), key=tie)
    jobs = current_first(candidate)
    titles = " ".join(job["title"] for job in jobs)
    rest = " ".join([*candidate["skills"], *(duty for job in jobs for duty in job["duties"])])
    preferences = candidate["preferences"]
    groups = list(dict.fromkeys(job["noc"] for job in jobs))

    def distance(number):
        at = fold(places(corpus[number]))
        near = any(fold(place) in at for place in preferences.get("places", ()))
        inside = provinces(corpus[number]) & set(preferences.get("provinces", ()))
        return not near, not inside, groups.index(corpus[number]["noc2021"]), tie(number)

    def same(digits):
        return [n for n in order if any(corpus[n]["noc2021"][:digits] == noc[:digits] for noc in groups)]

    pooled = set(index.top(titles + " " + rest, tie)) | set(index.top(titles, tie))
    pooled.update(sorted(same(5), key=distance)[:POOL_TOP])
    minor = min(max(POOL_WANTED - len(pooled), POOL_MINOR[0]), POOL_MINOR[-1])
    for numbers, count in ((same(4), minor), (same(3), POOL_SUB_MAJOR), (order, POOL_ANY)):
        pooled.update([n for n in numbers if n not in pooled][:count])
    return [corpus[n] for n in sorted(pooled, key=lambda n: digest("sheet", name, key(corpus[n])))]


# --- the sheets

TABLES = {"ielts": "ielts_general", "celpip": "celpip_general", "tef": "tef_canada", "tcf": "tcf_canada"}


def levels(test):
    with open(ROOT + "/matcher/express_entry/language_tests.json", encoding="utf-8") as file:
        rows = json.load(file)[TABLES[test["test"]]]["levels"]
    return {
        ability: max((row["level"] for row in rows if score >= row[ability]), default=0)
        for ability, score in test["scores"].items()
    }


def occupation_names():
    with open(ROOT + "/sql/reference/noc_unit_group.tsv", encoding="utf-8") as file:
        return {line.split("\t")[0]: line.split("\t")[2] for line in file}


def shortened(text, limit=SHOWN_CHARACTERS):
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def hourly(record):
    amounts = [record[name] for name in ("salary_min", "salary_max") if record[name]]
    if not amounts or record["salary_unit"] not in HOURLY or record["salary_unit"] == "HOUR":
        return ""
    by_hour = (f"${float(amount.replace(',', '')) / HOURLY[record['salary_unit']]:.2f}" for amount in amounts)
    return f" (about {' to '.join(by_hour)} an hour if full time)"


def candidate_lines(name, candidate, names):
    age = AS_OF.year - int(candidate["birth_date"][:4])
    yield f"# {name}\n"
    status = candidate["citizenship_status"]
    yield f"- about {age} years old; **{'outside Canada' if status == 'abroad' else 'in Canada: ' + status}**"
    for test in candidate["language_tests"]:
        language = "French (NCLC)" if test["test"] in ("tef", "tcf") else "English (CLB)"
        said = ", ".join(f"{ability} {level}" for ability, level in levels(test).items())
        yield f"- {language}: {said}{' - first official language' if test['first'] else ''}"
    missing = {"English": ("ielts", "celpip"), "French": ("tef", "tcf")}
    for language, tests in missing.items():
        if not any(test["test"] in tests for test in candidate["language_tests"]):
            yield f"- {language}: no test, none claimed"
    for credential in candidate["education"]:
        yield f"- education: {credential['level']} ({credential['country']}, {credential['completed'][:4]})"
    certificates = [f"{c['name']} - {c['issuer']}" for c in candidate.get("resume", {}).get("certificates", ())]
    yield "- licences and certificates: " + ("; ".join(certificates) or "none") + "; nothing else held"
    for job in current_first(candidate):
        yield (f"- worked: **{job['title']}** (NOC {job['noc']} {names[job['noc']]}; {job['country']}, "
               f"{job['start']} to {job['end'] or 'now'}, {job['hours_per_week']} h a week)")
        yield from (f"    - {duty}" for duty in job["duties"])
    yield "- skills: " + ", ".join(candidate["skills"])
    wishes = candidate["preferences"]
    yield "- wishes: provinces " + (", ".join(wishes.get("provinces", ())) or "any") + "; places " + (
        ", ".join(wishes.get("places", ())) or "any") + (
        f"; at least ${wishes['pay_min'] / 100:.2f} an hour" if "pay_min" in wishes else "") + (
        {True: "; wants remote work", False: "; does not want remote work"}.get(wishes.get("remote"), ""))
    if "exclusions" in candidate:
        yield "- never wants to see: " + json.dumps(candidate["exclusions"], ensure_ascii=False)
    yield "\nGrade each posting 0-3 by tests/quality/RUBRIC.md, as of " + str(AS_OF) + ".\n"


def posting_lines(number, record, names):
    requirements = record["requirements"]
    own = f" — own title: **{record['original_title']}**" if record["original_title"] else ""
    remote = requirements.get("Teleworking Information") or (
        "remote" if re.search("Remote work|Virtual job", record["location_brief"] or "") else "")
    yield f"## {number}. `{key(record)}`"
    yield f"**{record['title']}**{own} (NOC {record['noc2021']} {names[record['noc2021']]})"
    yield f"{record['employer']} · {places(record)}" + (f" · {remote}" if remote else "")
    pay = (record["salary_text"] or "not stated").replace("$$", "$")
    yield f"pay: {pay}{hourly(record)} · terms: {record['employment_type'] or 'not stated'}"
    others = requirements.get("Other Languages")
    others = f" (other languages listed: {others})" if others else ""
    yield f"working language: {record['languages'] or 'not stated'}{others} · own title written in: {text_language(record)}"
    facts = [f"{name}: {record[name]}" for name in ("education", "experience", "credentials") if record[name]]
    if requirements.get("Transportation/Travel Information"):
        facts.append("travel: " + requirements["Transportation/Travel Information"])
    if facts:
        yield " · ".join(facts)
    if record["audience"]:
        yield "**Refuses people who are not authorized to work in Canada.**"
    text = "; ".join(listed(record, personal=False)) or "; ".join(listed(record, personal=True))
    yield shortened(text) + "\n" if text else "(no duties or skills stated)\n"


def write_sheets(pools, out):
    """Writes a sheet for each candidate, document and records of `pools`."""
    names = occupation_names()
    os.makedirs(out, exist_ok=True)
    total = 0
    for name, candidate, records in pools:
        total += len(records)
        with open(f"{out}/{name}.md", "w", encoding="utf-8") as sheet:
            sheet.write("\n".join(candidate_lines(name, candidate, names)) + "\n")
            for number, record in enumerate(records, 1):
                sheet.write("\n".join(posting_lines(number, record, names)) + "\n")
        print(f"{name}\t{len(records)}")
    print(f"# seed {SEED}: {total} judgments")


def grades(table):
    with open(HERE + "/" + table, encoding="utf-8") as file:
        for line in list(file)[1:]:
            name, source, source_id, grade = line.split("\t")[:4]
            yield (name, source, source_id), int(grade)


def first_pools(folder):
    corpus = named_corpus(folder)
    index = Bm25([
        " ".join([r["title"], r["title"], r["original_title"] or "", *listed(r, personal=True)]) for r in corpus
    ])
    graded = {name for (name, *_), _ in grades("grades.tsv")}
    for name, candidate in read_candidates():
        if name not in graded:
            yield name, candidate, pool(name, candidate, corpus, index)


def later_pools(folder, table):
    records = {key(record): record for record in named_corpus(folder)}
    wanted = collections.defaultdict(list)
    with open(table, encoding="utf-8") as file:
        for line in file:
            name, source, source_id = line.rstrip("\n").split("\t")
            wanted[name].append(records[source + "|" + source_id])
    for name, candidate in read_candidates():
        if name in wanted:
            yield name, candidate, sorted(wanted[name], key=lambda r: digest("sheet", name, key(r)))


def graded_again(count):
    graded = collections.defaultdict(list)
    for (name, *posting), _ in grades("grades.tsv"):
        graded[name].append(posting)
    for name, members in graded.items():
        for member in sorted(members, key=lambda m: digest("again", name, *m))[:count]:
            yield name, *member


def agreement():
    """Rows: the first reader's grade; columns: the second's. Kappa weighs a difference by its square."""
    first = dict(grades("grades.tsv"))
    pairs = [(first[posting], grade) for posting, grade in grades("grades_again.tsv")]
    counts = collections.Counter(pairs)
    for grade in range(4):
        yield grade, *(counts[grade, other] for other in range(4))
    by_chance = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / len(pairs)
    kappa = 1 - sum((a - b) ** 2 for a, b in pairs) / by_chance
    yield f"{sum(a == b for a, b in pairs)} of {len(pairs)} alike, weighted kappa {kappa:.3f}",


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("corpus").add_argument("folder")
    commands.add_parser("occupations").add_argument("folder")
    commands.add_parser("sets")
    sheets = commands.add_parser("sheets")
    sheets.add_argument("folder")
    sheets.add_argument("out")
    more = commands.add_parser("more")
    more.add_argument("folder")
    more.add_argument("table")
    more.add_argument("out")
    commands.add_parser("again").add_argument("count", type=int)
    commands.add_parser("agreement")
    options = parser.parse_args()
    if options.command == "sheets":
        write_sheets(first_pools(options.folder), options.out)
        return
    if options.command == "more":
        write_sheets(later_pools(options.folder, options.table), options.out)
        return
    if options.command in ("again", "agreement"):
        for row in graded_again(options.count) if options.command == "again" else agreement():
            print(*row, sep="\t")
        return
    if options.command == "occupations":
        print(f"# seed {OCCUPATIONS_SEED}")
        for row in occupations(options.folder):
            print(*row, sep="\t")
        return
    print(f"# seed {SEED}, as of {AS_OF}")
    if options.command == "corpus":
        for record in draw_corpus(options.folder):
            print(record["source"], record["source_id"], sep="\t")
    else:
        for row in sets():
            print(*row, sep="\t")


if __name__ == "__main__":
    main()
