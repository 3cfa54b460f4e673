"""The steps that make a case of an article by keyboard alone, counting every key."""

import json

import files
import window
from clipboard import clipboard_with
from editing import press_until_focused, wait_for_text
from leaving import no_portal
from window import Program, wait_until

ARTICLE = """Crane maker sues port over cancelled contract
By Ann Lee • September 9, 2020

Northwind Cranes Inc. (NASDAQ: NWCR) sued the Port of Eastwick on August 6, 2020, in the U.S. District Court for the District of Maine, over a contract worth up to $48 million over 6 years.

The company filed a motion for a preliminary injunction on August 14. Judge Ines Moreau granted the motion on Friday, according to a court filing, and ordered the company to post a bond of $1.5 million by September 16.

The Port of Eastwick appealed on Tuesday. “We expect to win,” said Paul Okafor, a spokesman for the port. The contract was won in November, after an earlier tender was withdrawn. A hearing is expected in January."""

# What the bar at selected words calls each key, and the key.
KEYS = {"P": "p", "A": "a", "D": "d", "C": "c"}

# At most this many facts are in the article.
MOST_FACTS = 40

counts = {"keys": 0}


def press(*keys):
    """Presses keys and counts them, a chord as one."""
    counts["keys"] += len(keys)
    window.press(*keys)


def write(text):
    """Types text and counts its letters as keys."""
    counts["keys"] += len(text)
    window.write(text)


def start_an_empty_case(trip):
    """The program starts with nothing, and a key makes an empty case."""
    trip.stop()
    trip.program = Program()
    trip.program.find("push button", "New case")
    press("ctrl+n")
    wait_until(lambda: trip.program.find_all("entry", "Title"), "the form of the new case")
    trip.program.find("entry", "Title")
    wait_until(lambda: trip.program.find("entry", "Title").has_state("focused"), "the cursor in it")
    write("Crane dispute")
    press("Return")
    wait_until(lambda: "Crane dispute" in trip.program.title, "the title of the window")
    return trip.program.title


def paste_what_was_read(trip):
    """An article joins the empty case from the clipboard."""
    program = trip.program
    press("ctrl+shift+n")
    text = program.find("entry", "Text")
    wait_until(lambda: text.has_state("focused"), "the focus in the text of the new article")
    with clipboard_with(ARTICLE):
        press("ctrl+v")
        wait_for_text(program, "entry", "Published", "September 9, 2020")
    counts["keys"] += len(press_until_focused(program, "Tab", "push button", "Add article", 10))
    press("Return")
    program.gone("dialog")
    page = program.find("document frame", "Article: Crane maker sues port over cancelled contract")
    wait_until(lambda: page.has_state("focused"), "the keyboard on the page")
    return f"{counts['keys']} keys so far"


def likely_key(program):
    """The key that the bar at the selected words says is meant, with what it would make."""
    for node in program.find_all():
        letter = node.name[:1]
        if node.name[1:2] == ":" and letter in KEYS and (node.has_state("pressed") or node.has_state("checked")):
            return KEYS[letter], node.name
    return None


def is_in_the_form(program, name):
    """Whether the keyboard went to a field of the form; a mention of a party leaves it on the page."""
    try:
        wait_until(
            lambda: any(node.has_state("focused") for node in program.find_all("entry")),
            f"the keyboard in the form after {name}",
            3 if name.startswith("P:") else window.WAIT_SECONDS,
        )
    except window.NotSeen:
        if name.startswith("P:"):
            return False
        raise
    return True


def make_every_fact(trip):
    """F8 selects the next fact, one key makes it, Enter leads back; Ctrl+L takes the link that is proposed."""
    program = trip.program
    before, facts, last = counts["keys"], [], None
    for _ in range(MOST_FACTS):
        press("F8")

        def moved_on():
            found = likely_key(program)
            if program.find_all("label", "No fact from here on that no record claims."):
                return (None, "nothing more")
            return found if found and found[1] != last else None

        key, name = wait_until(moved_on, f"the next fact after {last}")
        if key is None:
            break
        press(key)
        # A mention of a party on file needs nobody, and the keyboard stays on the page.
        if is_in_the_form(program, name):
            if key == "c" and any(node.name.startswith("Link: ") for node in program.find_all("push button")):
                press("ctrl+l")
                wait_until(lambda: program.find_all("push button", "Remove link: …"), "the link")
            press("Return")
        page = program.find("document frame", "Article: …")
        wait_until(lambda: page.has_state("focused"), "the keyboard back on the page")
        facts.append(name)
        last = name
    used = counts["keys"] - before
    return f"{len(facts)} facts with {used} keys ({used / max(len(facts), 1):.1f} each): {'; '.join(facts)}"


def save_and_compare(trip):
    """The case is saved by keyboard, and its files hold what was made, each value with its words."""
    program = trip.program
    folder = files.home_folder("crane dispute")
    folder.mkdir()
    trip.case = folder / "crane.case.json"
    with no_portal():
        press("ctrl+shift+s")
        path = program.find("entry", "Path")
    wait_until(lambda: path.has_state("focused"), "the cursor in the path")
    press("ctrl+a")
    write(str(trip.case))
    press("Return")
    program.find("label", "Saved …")
    case = json.loads(files.read(trip.case))
    article = json.loads(files.read(folder / case["articles"][0]["file"]))
    numbers = {key: len(case.get(key, [])) for key in ("parties", "amounts", "dates", "actions", "links")}
    for key, least in {"parties": 4, "amounts": 2, "dates": 5, "actions": 3, "links": 2}.items():
        assert numbers[key] >= least, f"{numbers[key]} {key}, of {least} at least: {json.dumps(case[key], indent=1)}"
    quotes = {quote["id"]: quote for quote in case["quotes"]}
    for quote in case["quotes"]:
        part = article[quote["part"]]
        assert part[quote["start"] : quote["end"]] == quote["exact"], quote
    proved = {claim["record"] for claim in case["claims"] if claim["quote"] in quotes}
    for key in ("parties", "amounts", "dates", "actions"):
        bare = [record for record in case[key] if record["id"] not in proved]
        assert not bare, f"without words: {bare}"
    linked = {link[end] for link in case["links"] for end in ("from", "to")}
    assert len(linked) >= 3, f"only {len(linked)} court actions are linked: {case['links']}"
    derived = [claim for claim in case["claims"] if "derivation" in claim]
    assert derived, "no date was worked out from the day of publication"
    return f"{numbers}, {len(quotes)} quotes, {len(case['claims'])} claims; {counts['keys']} keys in all"


def reopened_case_is_the_same(trip):
    """The saved case opens again with all of its quotes found, and saving it again writes nothing."""
    trip.program.stop()
    before = files.bytes_below(trip.case.parent)
    program = trip.open(trip.case)
    quotes = len(json.loads(files.read(trip.case))["quotes"])
    wanted = f"{quotes} quotes: {quotes} exact, 0 moved, 0 lost"
    wait_until(lambda: any(wanted in node.name for node in program.find_all("label")), wanted)
    window.press("ctrl+s")
    assert files.bytes_below(trip.case.parent) == before, "a save without an edit wrote something"
    window.press("ctrl+q")
    assert program.wait_for_end() == 0
    return wanted


STEPS = [
    start_an_empty_case,
    paste_what_was_read,
    make_every_fact,
    save_and_compare,
    reopened_case_is_the_same,
]
