"""The steps that build up a case: reading it, a pasted article, an amount, a quote, saving."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import files
from clipboard import clipboard_with
from window import NotSeen, Program, press, wait_until, write

PASTED = """Tribunal keeps the harbour contract open
By Ann Lee and Bo Ray • September 9, 2020

Pier Nine will be paid about $3.5 million for the first year, the tribunal said. The “naïve” bid was out.

The rest is to be settled by November."""


@dataclass
class Trip:
    """What the steps share: the running program, the case it has open, and the bytes of the
    case's folder before."""

    program: Program | None = None
    case: Path | None = None
    before: dict = field(default_factory=dict)

    def open(self, case):
        """Starts the program with a case; the next step finds it in `program`."""
        self.stop()
        self.case = case
        self.before = files.bytes_below(case.parent)
        self.program = Program(case)
        self.program.find("toggle button", "Articles, …")
        return self.program

    def stop(self):
        if self.program:
            self.program.stop()
        self.program = None

    def changed_files(self):
        """The names of the files in the case's folder that are new, gone or altered."""
        now = files.bytes_below(self.case.parent)
        names = sorted(self.before.keys() | now.keys())
        return [name for name in names if self.before.get(name) != now.get(name)]


def focused(program):
    """What has the keyboard, or None; the innermost where several say so."""
    found = [node for node in program.find_all() if node.has_state("focused")]
    return found[-1] if found else None


def press_until_focused(program, key, role, name, limit):
    """Presses a key until the node of that role and name has the keyboard, and returns what had
    it on the way. Fails if it is not reached within `limit` presses: a trap, or a gap in the
    order."""
    way = []
    for _ in range(limit):
        last = focused(program)
        press(key)
        wait_until(lambda: str(focused(program)) != str(last), f"{key} to leave {last}", 5)
        now = focused(program)
        way.append(str(now))
        if now and now.matches(role, name):
            return way
    raise NotSeen(f"{role} “{name}” within {limit} presses of {key}; they led to {', '.join(way)}")


def wait_for_text(program, role, name, text):
    """Waits until the field of that role and name shows `text`."""

    def shows():
        return any(node.text == text for node in program.find_all(role, name))

    try:
        wait_until(shows, f"{role} “{name}” to show {text!r}")
    except NotSeen as missing:
        seen = [node.text for node in program.find_all(role, name)]
        raise NotSeen(f"{missing}; it showed {seen}") from None


def window_appears(trip):
    """The window opens under the case's name and tells assistive programs what is in it."""
    program = trip.open(files.copy_of_sample("first case"))
    wanted = "JEDI cloud contract (sample) — jedi.case.json — Casefile"
    wait_until(lambda: program.title == wanted, f"the title “{wanted}”, not “{program.title}”")
    frame = program.find("frame")
    assert frame.name == wanted, f"assistive programs know the window as “{frame.name}”"
    inside = sum(1 for _ in frame.walk()) - 1
    return f"window “{program.title}”, {program.geometry[2:]} pixels, {inside} nodes inside"


def outline_lists_the_case(trip):
    """Sections and records stand in the outline with what a person would want to know of them."""
    program = trip.program
    for section in ["Articles, 10", "Parties, 13", "Amounts, 4"]:
        program.find("toggle button", f"{section}, expanded")
    rows = [node.name for node in program.find_all("list item")]
    for row in [
        "Judge halts JEDI work, 13 Feb 2020",
        "Oracle America, Inc., appellant",
        "JEDI contract ceiling, up to US$10bn",
    ]:
        assert row in rows, f"no row “{row}” among {rows}"
    return f"{len(rows)} rows in view, from “{rows[0]}” to “{rows[-1]}”"


def form_of_an_amount(trip):
    """Choosing a record shows its form, every input under the name of its label."""
    program = trip.program
    program.find("list item", "JEDI contract ceiling…").activate()
    for name, text in [
        ("Label", "JEDI contract ceiling"),
        ("Value", "10,000,000,000"),
        ("Currency", "USD"),
        ("Over", "10 years"),
        ("Payer", "US Department of Defense"),
        ("Payee", "Microsoft Corporation"),
        ("Note", "Ceiling, not obligated spend."),
    ]:
        wait_for_text(program, "entry", name, text)
    for role, name in [
        ("combo box", "Precision"),
        ("combo box", "Nature"),
        ("check box", "Confidential"),
        ("push button", "Evidence for Value: disputed"),
        ("push button", "Evidence for Label: no evidence"),
        ("push button", "Quote: up to $10 billion over 10 years"),
    ]:
        program.find(role, name)
    inputs = [n for n in program.find_all() if n.role in ("entry", "combo box", "check box")]
    unnamed = [node.role for node in inputs if not node.name]
    assert not unnamed, f"inputs without a name: {unnamed}"
    return ", ".join(map(str, inputs))


def f6_goes_round(trip):
    """F6 leads from panel to panel, and out of each of them."""
    program = trip.program
    way = press_until_focused(program, "F6", "list", "Outline", 4)
    way += press_until_focused(program, "F6", "document frame", "Article: Watchdog…", 2)
    way += press_until_focused(program, "F6", "entry", "Label", 2)
    way += press_until_focused(program, "F6", "list", "Dates in their order", 1)
    way += press_until_focused(program, "shift+F6", "entry", "Label", 1)
    return " → ".join(way)


def paste_an_article(trip):
    """A pasted article proposes its title, byline and date, and joins the case."""
    program = trip.program
    press("ctrl+shift+n")
    dialog = program.find("dialog", "New article")
    text = program.find("entry", "Text")
    wait_until(lambda: text.has_state("focused"), "the focus in the text of the new article")
    with clipboard_with(PASTED):
        press("ctrl+v")
        wait_for_text(program, "entry", "Title", "Tribunal keeps the harbour contract open")
    wait_for_text(program, "entry", "Byline", "By Ann Lee and Bo Ray")
    wait_for_text(program, "entry", "Authors", "Ann Lee; Bo Ray")
    wait_for_text(program, "entry", "Published", "September 9, 2020")
    program.find("label", "2020-09-09")
    assert text.text == PASTED.split("\n\n", 1)[1], f"the text is {text.text!r}"
    proposed = [f"{n.name} {n.text!r}" for _, n in dialog.walk() if n.role == "entry" and n.text]
    way = press_until_focused(program, "Tab", "push button", "Add article", 10)
    press("Return")
    program.gone("dialog")
    program.find("list item", "Tribunal keeps the harbour contract open, 9 Sep 2020")
    program.find("toggle button", "Articles, 11, expanded")
    program.find("document frame", "Article: Tribunal keeps the harbour contract open")
    return f"proposed {'; '.join(proposed[1:])}; {len(way)} times Tab to {way[-1]}"


def make_an_amount(trip):
    """An amount is typed as people write it, and what it was taken for is shown meanwhile."""
    program = trip.program
    press("ctrl+2")
    program.find("label", "Unnamed amount")
    wait_until(lambda: focused(program).matches("entry", "Label"), "the cursor in the label")
    write("First-year fee of Pier Nine")
    press_until_focused(program, "Tab", "entry", "Value", 3)
    write("about $3.5 million")
    understood = program.find("label", "→ 3,500,000…").name
    press("Return")
    wait_for_text(program, "entry", "Value", "3,500,000")
    wait_for_text(program, "entry", "Currency", "USD")
    program.find("list item", "First-year fee of Pier Nine, about US$3.5m")
    return f"“about $3.5 million” {understood}"


def tab_goes_on_from_a_field(trip):
    """Enter takes a value in and leaves the keyboard where it was, so that Tab goes on."""
    program = trip.program
    field = program.find("entry", "Value")
    wait_until(lambda: field.has_state("focused"), "the keyboard still in the value after Enter")
    return " → ".join(["Enter", *press_until_focused(program, "Tab", "entry", "Currency", 2)])


def attach_a_quote(trip):
    """Words selected by keyboard become evidence for the field in use."""
    program = trip.program
    program.find("entry", "Value").focus()
    program.find("label", "Evidence for value")
    press_until_focused(program, "F6", "document frame", "Article: Tribunal…", 3)
    press("ctrl+Home", *["ctrl+Right"] * 5)
    press(*["ctrl+shift+Right"] * 3)
    press("ctrl+e")
    card = program.find("push button", "Quote: …")
    # The steps by word began with the space before “about”, which is no part of a quote.
    assert card.name == "Quote: about $3.5 million", f"the card is “{card.name}”"
    program.find("push button", "Evidence for Value: proved")
    program.find("label", "exact")
    return f"card “{card.name}”, {program.find('label', 'Amount · …').name}"


def save_and_quit(trip):
    """Ctrl+S writes everything, and Ctrl+Q then ends the program at once."""
    program = trip.program
    assert program.title.startswith("• "), f"unsaved work does not show in “{program.title}”"
    program.find("label", "Not saved")
    press("ctrl+s")
    saved = program.find("label", "Saved …").name
    wait_until(lambda: not program.title.startswith("•"), "the title to lose its dot")
    press("ctrl+q")
    code = program.wait_for_end()
    assert code == 0, f"the program ended with {code}"
    return f"“{saved}”, then the program ended with {code}"


def saved_files_hold_only_additions(trip):
    """What was entered is in the files, and every byte that was there before is there still."""
    folder = trip.case.parent
    article_name = "articles/tribunal-keeps-the-harbour-contract-open.article.json"
    assert trip.changed_files() == [article_name, "jedi.case.json"], trip.changed_files()

    article = json.loads(files.read(folder / article_name))
    assert article["text"] == PASTED.split("\n\n", 1)[1], article["text"]
    assert article["byline"] == "By Ann Lee and Bo Ray", article
    assert article["authors"] == ["Ann Lee", "Bo Ray"], article
    assert article["published"] == "2020-09-09", article

    before, after = trip.before["jedi.case.json"].decode(), files.read(trip.case)
    added, commas = files.added_lines(before, after)
    for unknown in (files.UNKNOWN_IN_CASE, files.UNKNOWN_IN_RECORD):
        assert unknown in after, f"{unknown!r} is gone"
    records = files.new_records(before, after)
    assert {key: len(new) for key, new in records.items()} == {
        "articles": 1, "amounts": 1, "quotes": 1, "claims": 1,
    }, records
    assert commas == len(records), f"{commas} commas were added for {len(records)} lists"
    amount, quote, claim = (records[key][0] for key in ("amounts", "quotes", "claims"))
    assert records["articles"][0]["id"] == article["id"], records["articles"]
    assert amount == {
        "id": amount["id"], "label": "First-year fee of Pier Nine", "value": "3500000",
        "currency": "USD", "precision": "about",
    }, amount
    assert quote["article"] == article["id"] and quote["exact"] == "about $3.5 million"
    # Python counts Unicode scalar values, as the format does.
    assert article["text"][quote["start"] : quote["end"]] == quote["exact"], quote
    assert (claim["record"], claim["field"], claim["value"], claim["quote"]) == (
        amount["id"], "value", "3500000", quote["id"],
    ), claim
    return f"{len(added)} lines and {commas} commas more, nothing else; {article_name}"


def checks_by_keyboard(trip):
    """The saved case opens again. Sections fold by keyboard, which brings what needs a look into
    view, and that can be opened by keyboard as well."""
    program = trip.open(trip.case)
    program.find("list item", "Tribunal keeps the harbour contract open, 9 Sep 2020")
    press_until_focused(program, "F6", "list", "Outline", 4)
    for section in ["Articles, 11", "Parties, 13", "Amounts, 5", "Dates, …", "Proceedings, …"]:
        press_until_focused(program, "Tab", "toggle button", section.removesuffix("…") + "…", 1)
        press("Return")
        wait_until(lambda: focused(program).name.endswith(", collapsed"), f"{section} to fold")
    press_until_focused(program, "Tab", "toggle button", "Checks, …", 1)
    # Above it stands the number among the foreign keys that is larger than most programs can hold.
    way = press_until_focused(program, "Tab", "list item", "JEDI contract ceiling: value", 5)
    press("Return")
    program.find("label", "Evidence for value")
    return f"five sections folded; {way[-1]} opened"


STEPS = [
    window_appears,
    outline_lists_the_case,
    form_of_an_amount,
    f6_goes_round,
    paste_an_article,
    make_an_amount,
    tab_goes_on_from_a_field,
    attach_a_quote,
    save_and_quit,
    saved_files_hold_only_additions,
    checks_by_keyboard,
]
