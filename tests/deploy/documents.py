"""What documents name, held against what there is: paths, links, programs with their options, routes, variables,
tests. `complaints(name, text)` says what is wrong with one of them."""

import functools
import json
import os
import pathlib
import re
import subprocess

import jsonschema

import markdown

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
FOLDERS = ("matcher", "sql", "indexer", "services", "deploy", "tests", ".ci")
PROGRAMS = ("jobscout", "jobscout-api", "jobscout-worker", "jobscout-account", "jobscout-indexer")
TOOLS = ("jobscout-train-noc", "quality")  # with --help, but for developers
# By a member that it alone has: what an operator writes, and the schema of it.
SCHEMAS = {"sources": "deploy/sources.schema.json", "fields": "deploy/mappings/mapping.schema.json",
           "effective_from": "matcher/rules/rule_set.schema.json"}
SERVED = ("/v1/", "/healthz", "/readyz", "/docs", "/.well-known/")


@functools.cache
def help_of(*command):
    told = subprocess.run([BIN / command[0], *command[1:], "--help"], capture_output=True, text=True, check=True)
    return told.stdout


@functools.cache
def options_in(text):
    return frozenset(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text))


def subcommands_in(text):
    return set(re.findall(r"^  ([a-z][\w-]*) ", text.partition("Subcommands:")[2], flags=re.M))


@functools.cache
def files():
    """Every file of the repository, by its path from the root."""
    found = []
    for top, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in (".git", "build", "var", "node_modules", "__pycache__")]
        found += [str(pathlib.Path(top, name).relative_to(ROOT)) for name in names]
    return found


@functools.cache
def names():
    return {os.path.basename(path) for path in files()}


@functools.cache
def scripts():
    """Executables of the repository, by path; without the test that names what is wrong on purpose."""
    return {path for path in files() if os.access(ROOT / path, os.X_OK) and path.startswith(FOLDERS)
            and path != "tests/deploy/docs_test"}


@functools.cache
def every_option():
    """Of programs, tools and scripts."""
    text = "".join((ROOT / path).read_text() for path in scripts())
    for program in (*PROGRAMS, *TOOLS):
        text += help_of(program)
        text += "".join(help_of(program, name) for name in subcommands_in(help_of(program)))
    return options_in(text)


@functools.cache
def variables():
    """Of the programs' options, and those that scripts, tests and the build read."""
    text = "".join(help_of(program) for program in PROGRAMS)
    text += "".join(help_of("jobscout-indexer", name) for name in subcommands_in(help_of("jobscout-indexer")))
    for path in files():
        if path in scripts() or path.endswith((".cmake", "CMakeLists.txt", "CMakePresets.json")):
            text += (ROOT / path).read_text()
        elif path.startswith("tests/") and path.endswith((".cpp", ".ts")):
            text += (ROOT / path).read_text()
    return set(re.findall(r"\bJOBSCOUT_[A-Z0-9_]*[A-Z0-9]\b", text))


@functools.cache
def tests_of(program):
    """Suite.name of every test of a GoogleTest program; parameters are left off."""
    told = subprocess.run([BIN / program, "--gtest_list_tests"], capture_output=True, text=True, check=True).stdout
    found, suite = set(), ""
    for line in told.splitlines():
        if line.startswith("  "):
            found.add(suite + re.split(r"[/ ]", line.strip())[0])
        elif line.split(" ")[0].endswith("."):
            suite = line.split(" ")[0].rpartition("/")[2]
    return found


@functools.cache
def every_test():
    return set().union(*(tests_of(program.name) for program in BIN.glob("*_test")))


@functools.cache
def told():
    """What metrics, roles, slots and alerts are named in, as text: sources, migrations, and all of deploy but documents."""
    return "".join((ROOT / path).read_text(errors="replace") for path in files() if not path.endswith(".md") and (
        path.startswith("deploy/") or path.endswith((".cpp", ".hpp", ".sql")) and not path.startswith("tests/")))


@functools.cache
def contract():
    return json.loads((ROOT / "services/api/openapi.json").read_text())


def route_of(path):
    """The item of the OpenAPI document for a path; one with most fixed parts first."""
    parts = path.split("/")
    best = None
    for pattern, item in contract()["paths"].items():
        other = pattern.split("/")
        if len(other) == len(parts) and all(a == b or a.startswith("{") for a, b in zip(other, parts)):
            if best is None or pattern.count("{") < best[0]:
                best = (pattern.count("{"), item)
    return best and best[1]


def parameters_of(item, operation):
    for parameter in item.get("parameters", []) + operation.get("parameters", []):
        if "$ref" in parameter:
            parameter = contract()["components"]["parameters"][parameter["$ref"].rpartition("/")[2]]
        if parameter["in"] == "query":
            yield parameter["name"]


def wrong_request(method, target):
    """What is wrong with a method and a path with its query, or None; any method where it is None."""
    path, _, query = target.partition("?")
    item = route_of(path.rstrip("/") or "/")
    if item is None:
        return f"there is no route {path}"
    if method == "HEAD":
        method = "GET"
    if method and method.lower() not in item:
        return f"there is no {method} {path}"
    known = [name for verb, operation in item.items() if verb in ("get", "post", "put", "delete")
             and (not method or verb == method.lower()) for name in parameters_of(item, operation)]
    for pair in filter(None, query.split("&")):
        if pair.partition("=")[0] not in known and pair not in ("", "..."):
            return f"{method or ''} {path} has no parameter {pair.partition('=')[0]}".strip()
    return None


def wrong_curl(words):
    method, target, body, get = None, None, False, False
    at = 1
    while at < len(words):
        word = words[at]
        value = words[at + 1] if at + 1 < len(words) else ""
        if word in ("-X", "--request"):
            method, at = value, at + 1
        elif word in ("-d", "--json") or word.startswith("--data"):
            body, at = True, at + 1
            if value.startswith("@") and value[1:].startswith(FOLDERS) and not (ROOT / value[1:]).exists():
                return f"there is no {value[1:]}"
        elif word in ("-I", "--head"):
            method = "HEAD"
        elif word in ("-G", "--get"):
            get = True
        elif word.startswith("-"):
            at += bool(re.match(r"^-\w*[HobcuwmDTE]$", word)) or word in (
                "--cacert", "--max-time", "--retry", "--resolve", "--url", "--header", "--cookie", "--connect-to")
        elif target is None:
            target = re.sub(r"^(https?://[^/]*|\$\{?\w+\}?)", "", word)
        at += 1
    if not target or not target.startswith(SERVED):
        return None
    return wrong_request(method or ("POST" if body and not get else "GET"), target)


def wrong_options(words, known, whose):
    for word in words:
        option = word.partition("=")[0]
        if re.match(r"^--?[a-z]", option) and option not in known and not option.startswith("--gtest"):
            return f"{whose or 'nobody'} has {'no' if whose else 'an'} option {option}"
    return None


def wrong_program(words):
    program, rest = os.path.basename(words[0]), words[1:]
    text = help_of(program)
    known, whose = options_in(text), program
    subcommands = subcommands_in(text)
    for word in rest if subcommands else []:
        if word in subcommands:
            return wrong_options(rest, known | options_in(help_of(program, word)), f"{program} {word}")
        if not word.startswith("-") and re.match(r"^[a-z][a-z-]*$", word) and rest[0] == word:
            return f"{program} has no subcommand {word}"
    return wrong_options(rest, known, whose)


def wrong_script(path, words):
    text = (ROOT / path).read_text()
    wrong = wrong_options(words[1:], options_in(text), path)
    if wrong:
        return wrong
    # The word after the script's name, where its usage has fixed ones.
    usage = re.findall(r"(?:^#|usage:)\s+" + re.escape(path) + r"(?: +(\S+))?", text, flags=re.M)
    if usage and all(re.match(r"^[a-z|]+$", first) for first in usage) and len(words) > 1:
        if words[1] not in "|".join(usage).split("|"):
            return f"{path} has no command {words[1]}"
    suite = re.match(r"^tests/(web|contract)/run$", path)
    if suite and len(words) > 1 and re.match(r"^[a-z]", words[1]):
        if not list(ROOT.glob(f"tests/{suite[1]}/{words[1]}*_test.ts")):
            return f"tests/{suite[1]} has no suite {words[1]}"
    return None


def wrong_tests(program, words):
    for word in words:
        if word.startswith("--gtest_filter="):
            for pattern in re.split(r"[:-]", word.partition("=")[2]):
                form = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
                if pattern and not any(re.fullmatch(form, test) for test in tests_of(program)):
                    return f"{program} has no test {pattern}"
    return None


def wrong_command(words):
    """What is wrong with a command, or None: those of others are not looked at, but for curl and systemd's."""
    first, name = words[0].lstrip("./") if words[0].startswith("./") else words[0], os.path.basename(words[0])
    for word in words:
        for part in word.lstrip("@").split("="):
            if re.match(r"^(matcher|sql|indexer|services|deploy|tests)/[\w./-]*$", part) and not (ROOT / part).exists():
                return f"there is no {part}"
    if name == "curl":
        return wrong_curl(words)
    if name in PROGRAMS or name in TOOLS:
        return wrong_program(words)
    if first in scripts():
        return wrong_script(first, words)
    if re.match(r"^\w+_(test|bench)$", name):
        if not (BIN / name).exists():
            return f"there is no program {name}"
        if name.endswith("_test"):
            return wrong_tests(name, words)
        source = "".join(path.read_text() for path in (ROOT / "tests/bench").glob("*.cpp"))
        return wrong_options(words[1:], options_in(source) | {"--benchmark_filter"}, name)
    if name in ("systemctl", "journalctl"):
        for unit in words[1:]:
            stem = re.match(r"^(jobscout[\w-]*)(\.\w+)?(@.*)?$", unit)
            if stem and not names() & {stem[1] + (stem[2] or suffix) for suffix in (".service", ".timer", ".target")}:
                return f"there is no unit {unit}"
    if name == "cmake":
        presets = {preset["name"] for preset in json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]}
        for option, value in zip(words, words[1:]):
            if option == "--preset" and value not in presets:
                return f"there is no preset {value}"
    return None


def wrong_inline(code, folder):
    """What is wrong with what stands between backticks, or None."""
    if re.match(r"^[\w.-]+(/[\w.*-]+)*/?$", code) and "/" in code:
        top = code.split("/")[0]
        if top in FOLDERS:
            return None if list(ROOT.glob(code.rstrip("/"))) else f"there is no {code}"
        if top != ".." and (folder / top).is_dir() and folder != ROOT:
            return None if list(folder.glob(code.rstrip("/"))) else f"there is no {code} beside this document"
    if re.match(r"^[\w.-]+\.(md|cpp|hpp|ts|sql)$", code):
        return None if code in names() else f"there is no file {code}"
    if re.match(r"^[A-Z]\w*\.(?!txt$)\w+$", code) and code not in names():
        return None if code in every_test() else f"there is no test {code}"
    if re.match(r"^(jobscout_[a-z_]+|JobScout[A-Z]\w+)$", code):
        return None if code in told() else f"there is no metric, role or alert {code}"
    if re.match(r"^\w+_test$", code) and f"{code}.ts" in names():
        return None
    request = re.match(r"^(?:(GET|POST|PUT|DELETE|PATCH|HEAD) )?(/\S*)$", code)
    if request and request[2].startswith(SERVED):
        return wrong_request(request[1], request[2])
    if code.startswith("--"):
        return wrong_options(code.split(), every_option(), "")
    for _, words in markdown.commands_of(code):
        wrong = wrong_command(words)
        if wrong:
            return wrong
    return None


def wrong_json(code):
    """What is wrong with a file of JSON that is shown whole, or None."""
    try:
        shown = json.loads(code)
    except json.JSONDecodeError as error:
        return f"is no JSON: {error}"
    for member, schema in SCHEMAS.items():
        if member in shown:
            validator = jsonschema.Draft202012Validator(json.loads((ROOT / schema).read_text()))
            error = next(validator.iter_errors(shown), None)
            return error and f"is not as {schema} says: {error.json_path}"
    return None


def wrong_link(target, document, text):
    if re.match(r"^[a-z]+:", target):
        return None
    path, _, anchor = target.partition("#")
    file = (document.parent / path).resolve()
    if path and not file.exists():
        return f"there is no {path}"
    if anchor and anchor not in markdown.anchors_of(file.read_text() if path else text):
        return f"{path or 'this document'} has no heading {anchor}"
    return None


def complaints(document, text):
    """(line, what) for all that a document, a path, names and that is not so."""
    found = []
    for line, target in markdown.links_of(text):
        found.append((line, wrong_link(target, document, text)))
    for number, line in enumerate(text.splitlines(), 1):
        for variable in set(re.findall(r"\bJOBSCOUT_[A-Z0-9_]*[A-Z0-9]\b", line)) - variables():
            found.append((number, f"no program reads {variable}"))
    for line, kind, code in markdown.code_of(text):
        if kind == "inline":
            found.append((line, wrong_inline(code, document.parent)))
        elif kind in ("ini", "toml"):
            for key in re.findall(r"^([a-z][\w-]*) = ", code, flags=re.M):
                found.append((line, wrong_options([f"--{key}"], every_option(), "")))
        elif kind == "json":
            found.append((line, wrong_json(code)))
        elif kind in ("", "sh", "console"):
            found += [(line + at - 1, wrong_command(words)) for at, words in markdown.commands_of(code, kind)]
    return sorted((line, what) for line, what in found if what)


def documents():
    return [ROOT / path for path in sorted(files()) if path.endswith(".md")]
