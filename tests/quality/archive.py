"""Reads the archive of March 2021 for tests/quality, and draws its corpus: pool.py is the command."""
import collections
import datetime
import glob
import gzip
import hashlib
import json
import os
import re
import unicodedata

SEED = "job-scout-quality-2026-11-28"
AS_OF = datetime.date(2021, 3, 25)
HERE = os.path.dirname(os.path.abspath(__file__))

CATEGORY_SIZE = 522  # Of each broad category, or all that it has: nobody looks for a job in all ten.
# Of each category, so that French is a third of what is searched and English has no easier corpus.
FRENCH_WORDED_PERCENT = 20  # An own title in French, or work in French or in both languages.
OTHER_QUEBEC_PERCENT = 14


def digest(*parts):
    return hashlib.sha256(":".join((SEED, *parts)).encode()).hexdigest()


def fold(text):
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    return decomposed.encode("ascii", "ignore").decode()


FRENCH_WORDS = re.compile(
    r"\b(des?|du|la|les?|et|aux?|en|pour|avec|adjointe?|agente?|chef|commis|charge|analyste|monteur|aide|entretien|"
    r"boucher|caissier|comptable|cuisinier|electricien|enseignant|gerant|gestionnaire|infirmier|journalier|magasinier|"
    r"mecanicien|menuisier|ouvrier|prepose|representant|secretaire|soins|technicien|vente|"
    r"\w{3,}(eurs?|euses?|trices?|ieres?))\b|\b[dl]['?]\w|\(e\)|\(i?ere\)"
)
ENGLISH_WORDS = re.compile(
    r"\b(of|the|and|for|in|with|to|at|manager|worker|operator|driver|assistant|sales|associate|clerk|team|member|nurse|"
    r"engineer|technician|supervisor|specialist|representative|customer|store|time|part|full|cook|cleaner|labou?rer|"
    r"helper|officer|teacher|developer|designer|cashier|server|attendant|mechanic|welder|analyst|coordinator|director|"
    r"\w{3,}ing)\b"
)


def title_language(title):
    """"fr", "en", or "unclear": for the sheets and the draw only, so a rough count of telling words will do."""
    text = fold(title)
    french = len(FRENCH_WORDS.findall(text)) + (2 if re.search("[éèêçàôîùÉÈÊÇÀÔ]", title) else 0)
    english = len(ENGLISH_WORDS.findall(text))
    return "fr" if french > english else "en" if english > french else "unclear"


def posted(record):
    return datetime.datetime.strptime(record["date_posted"], "%B %d, %Y").date()


def live(record):
    until = record["valid_through"]
    end = datetime.date.fromisoformat(until) if until else posted(record) + datetime.timedelta(days=60)
    return posted(record) <= AS_OF <= end


def places(record):
    return " / ".join(record["locations"] or []) or record["location_brief"] or ""


def provinces(record):
    return set(re.findall(r"\b(AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)(?=[A-Z]\d|\b)", places(record)))


def text_language(record):
    """Of the employer's own words. Job Bank's standard titles and lists are English in this archive."""
    return title_language(record["original_title"]) if record["original_title"] else "only a standard title is given"


def stratum(record):
    if text_language(record) == "fr" or record["languages"] in ("French", "Bilingual"):
        return "french_worded"
    return "quebec" if "QC" in provinces(record) else "other"


def key(record):
    return record["source"] + "|" + record["source_id"]


def read_archive(folder):
    for path in sorted(glob.glob(folder + "/jobbank_2021-03_part*.ndjson.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def draw_corpus(folder):
    """Live on the day, with an occupation and a place; of records that say the same job, one."""
    groups = collections.defaultdict(list)
    seen = set()
    records = [r for r in read_archive(folder) if r["noc2021"] and live(r) and provinces(r) and r["employer"]]
    for record in sorted(records, key=lambda r: digest(r["source"], r["source_id"])):
        job = tuple(fold(record[name]) for name in ("employer", "title", "original_title", "location_brief"))
        if job not in seen:
            seen.add(job)
            groups[record["noc2021"][0], stratum(record)].append(record)
    corpus = []
    for category in "0123456789":
        worded, quebec, other = (groups[category, name] for name in ("french_worded", "quebec", "other"))
        size = min(CATEGORY_SIZE, len(worded) + len(quebec) + len(other))
        taken = worded[: size * FRENCH_WORDED_PERCENT // 100]
        taken += quebec[: size * (FRENCH_WORDED_PERCENT + OTHER_QUEBEC_PERCENT) // 100 - len(taken)]
        corpus += taken + other[: size - len(taken)]
    return sorted(corpus, key=key)


def named_corpus(folder):
    with open(HERE + "/corpus.tsv", encoding="utf-8") as file:
        named = {line.rstrip("\n").replace("\t", "|") for line in file if not line.startswith("#")}
    corpus = [record for record in read_archive(folder) if key(record) in named]
    if len(corpus) != len(named):
        raise SystemExit(f"pool.py: {len(named) - len(corpus)} postings of corpus.tsv are not in {folder}")
    return sorted(corpus, key=key)
