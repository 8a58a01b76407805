"""Markdown and shell as far as a test of documents needs them: code, links, anchors, commands."""

import re

WRAPPERS = {  # what may stand before a command, and which of its options take a word
    "sudo": {"-u", "-g"}, "runuser": {"-u"}, "env": {"-u"}, "time": set(), "exec": set(), "nohup": set(),
    "nice": {"-n"}, "taskset": {"-c"}, "timeout": set(), "if": set(), "then": set(), "do": set(),
    "while": set(), "until": set(), "!": set(), "else": set(),
}


def code_of(text):
    """(line, kind, code) of inline code, kind `inline`, and of blocks, kind their tag or ``."""
    fence, block, start, prose = None, [], 0, []
    after_blank = True
    for number, line in enumerate(text.split("\n"), 1):
        mark = re.match(r"\s*```\s*(\w*)", line)
        if fence is not None:
            if mark:
                yield start, fence, "\n".join(block)
                fence, block = None, []
            else:
                block.append(line)
        elif mark:
            fence, start = mark[1], number + 1
        elif line.startswith("    ") and (after_blank or block):
            start = start if block else number
            block.append(line[4:])
        else:
            if block and line.strip():
                yield start, "", "\n".join(block).rstrip("\n")
                block = []
            elif block:
                block.append("")
            prose.append((number, line))
        after_blank = not line.strip() or (after_blank and line.startswith("    "))
    if block:
        yield start, fence or "", "\n".join(block)
    # Inline code may go on in the next line of its paragraph.
    paragraph = []
    for number, line in [*prose, (0, "")]:
        if line.strip() and not line.lstrip().startswith("|"):
            paragraph.append((number, line))
            continue
        yield from inline_of(paragraph)
        paragraph = []
        yield from inline_of([(number, line)])


def inline_of(lines):
    text = "\n".join(line for _, line in lines)
    for match in re.finditer(r"(?<!`)`([^`]+)`(?!`)", text):
        yield lines[text.count("\n", 0, match.start())][0], "inline", " ".join(match[1].split())


def links_of(text):
    """(line, target) of every link."""
    plain = re.sub(r"```.*?```", lambda block: "\n" * block[0].count("\n"), text, flags=re.S)
    plain = re.sub(r"`[^`\n]*`", "", plain)
    for match in re.finditer(r"\]\(([^)\s]+)\)", plain):
        yield plain.count("\n", 0, match.start()) + 1, match[1]


def anchors_of(text):
    """The anchors that a renderer gives the headings."""
    anchors, seen = set(), {}
    plain = re.sub(r"```.*?```", "", text, flags=re.S)
    for heading in re.findall(r"^#+\s+(.*?)\s*#*$", plain, flags=re.M):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        again = seen.get(slug, 0)
        seen[slug] = again + 1
        anchors.add(f"{slug}-{again}" if again else slug)
    return anchors


def commands_of(code, kind="sh"):
    """(line, words) of every simple command, those in `$(...)` included. A block that is not said to be shell may
    show what programs print as well, so each of its lines stands for itself."""
    found, line = [], 1
    for part in [code] if kind == "sh" else re.findall(r"(?:[^\n]*\\\n)*[^\n]*\n?", code):
        _read_commands(part, 0, line, found, None)
        line += part.count("\n")
    bare = [(line, _bare(words)) for line, words in found]
    return [(line, words) for line, words in bare if words]


def _bare(words):
    words = list(words)
    if words and words[0] == "$":
        words.pop(0)
    while words:
        if re.match(r"^[A-Za-z_]\w*=", words[0]):
            words.pop(0)
        elif words[0] in WRAPPERS:
            taken = WRAPPERS[words.pop(0)]
            while words and words[0].startswith("-"):
                option = words.pop(0)
                if option in taken and words:
                    words.pop(0)
                if option == "--":
                    break
            if words and re.match(r"^\d+[smh]?$", words[0]):
                words.pop(0)
        else:
            break
    return words


def _read_commands(text, at, line, found, closing):
    """Reads from `at` on to `closing`, or to the end; returns where it stopped, and the line."""
    words, word, quoted, begun = [], "", None, line

    def end_word():
        nonlocal word
        if word:
            words.append(word.replace("\0", ""))
        word = ""

    def end_command():
        nonlocal words
        end_word()
        if words:
            found.append((begun, words))
        words = []

    while at < len(text):
        sign, next_sign = text[at], text[at + 1:at + 2]
        if not words and not word:
            begun = line
        if sign == "\n":
            line += 1
        if quoted != "'" and sign == "$" and next_sign == "(":
            at, line = _read_commands(text, at + 2, line, found, ")")
            word += "$"
        elif quoted:
            if sign == quoted:
                quoted = None
            elif sign == "\\" and quoted == '"':
                word += next_sign
                at += 1
            else:
                word += sign
        elif sign == "\\":
            word += next_sign.strip()
            line += next_sign == "\n"
            at += 1
        elif sign in "'\"":
            quoted = sign
            word += "\0"
        elif sign == "#" and not word:
            at = text.find("\n", at) - 1 if "\n" in text[at:] else len(text)
        elif sign == closing:
            end_command()
            return at, line
        elif sign in "\n|;&(){}<>" and not (sign in "{}" and (word or next_sign not in " \n")):
            end_command()
        elif sign in " \t":
            end_word()
        else:
            word += sign
        at += 1
    end_command()
    return at, line
