"""The steps that add articles of other producers' files to a case, by keyboard."""

import json

import files
from leaving import no_portal
from window import Program, press, wait_until, write

STORY = "Northwind Cranes sued the Port of Eastwick on August 6, 2020, over a contract worth up to $48 million."


def page(title, story):
    """A saved web page with what it says of itself."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2020-09-09T10:00:00+02:00",
        "author": {"@type": "Person", "name": "Ann Lee"},
        "publisher": {"@type": "Organization", "name": "Eastwick Times"},
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = "".join(f"<p>{line}</p>" for line in story)
    return f"<!DOCTYPE html><html><head><title>{title}</title>{script}</head><body><article>{body}</article></body></html>"


def folder_of_producers():
    """A folder with what a scraper, a service and a browser saved."""
    folder = files.home_folder("press folder")
    (folder / "pages").mkdir(parents=True)
    scraped = {
        "title": "Crane maker sues port",
        "maintext": f"{STORY}\nThe port denies it.",
        "authors": ["Bo Ray"],
        "date_publish": "2020-08-07 23:30:00",
        "date_modify": "None",
        "source_domain": "wire.example",
        "url": "https://wire.example/crane",
    }
    answer = {
        "status": "ok",
        "totalResults": 2,
        "articles": [
            {
                "source": {"id": None, "name": "Harbour Post"},
                "author": "Cy Day",
                "title": f"Port of Eastwick {what} - Harbour Post",
                "description": f"The port {what}.",
                "url": f"https://post.example/{what}",
                "publishedAt": "2020-09-10T01:00:00Z",
                "content": None,
            }
            for what in ("appeals", "wins")
        ],
    }
    lines = [{"titolo": f"Notizia {number}", "testo": f"{STORY} {number}", "data": "07/08/2020"} for number in range(30)]
    (folder / "https%3A%2F%2Fwire.example%2Fcrane.json").write_text(json.dumps(scraped))
    (folder / "answer.json").write_text(json.dumps(answer))
    (folder / "lines.json").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    (folder / "pages" / "saved.html").write_text(page("Judge halts crane work", [STORY] * 6))
    (folder / "notes.json").write_text('{"a": [1, 2]}')
    return folder


def state():
    """Where the program of these steps remembers where files lie, from one run to the next."""
    return {"XDG_STATE_HOME": str(files.home_folder("press state"))}


def look_through_a_folder(trip):
    """A folder is opened by its path; its articles are listed, and what is none is told."""
    trip.stop()
    trip.sources = folder_of_producers()
    trip.before = files.bytes_below(trip.sources)
    trip.program = Program(str(trip.sources), environment=state())
    program = trip.program
    program.find("dialog", "Articles of a file or folder")
    wait_until(lambda: program.find_all("label", "34 articles…"), "every article in the list")
    program.find("toggle button", "1 note")
    wait_until(lambda: program.find("entry", "Filter").has_state("focused"), "the cursor in the filter")
    return "34 articles of 4 files, 1 note"


def filter_and_add_three(trip):
    """The list is filtered as one types; the space bar ticks, Enter adds."""
    program = trip.program
    for words in ("crane", "eastwick appeals"):
        press("ctrl+a")
        write(words)
        count = 2 if words == "crane" else 1
        wait_until(lambda: program.find_all("label", f"34 articles · {count} shown…"), f"{count} articles shown")
        for _ in range(count):
            press("Down")
            press("space")
        press("shift+Tab")
        for _ in range(6):
            if program.find("entry", "Filter").has_state("focused"):
                break
            press("shift+Tab")
        wait_until(lambda: program.find("entry", "Filter").has_state("focused"), "the cursor back in the filter")
    wait_until(lambda: program.find_all("label", "34 articles · 1 shown · 3 ticked"), "three articles ticked")
    press("Down")
    press("Return")
    program.gone("dialog")
    program.find("label", "3 articles joined the case.")
    return "3 of 34 added"


def annotate_save_and_reopen(trip):
    """A sum is annotated by key; the case is saved, and opens again with its quote found."""
    program = trip.program
    program.find("document frame", "Article: …").focus()
    press("ctrl+Prior")
    program.find("document frame", "Article: Crane maker sues port")
    press("F8")
    wait_until(lambda: any(node.name[1:2] == ":" for node in program.find_all("toggle button")), "the bar at a fact")
    press("a")
    wait_until(lambda: any(node.has_state("focused") for node in program.find_all("entry")), "the form")
    press("Return")
    case = files.home_folder("crane press") / "crane.case.json"
    case.parent.mkdir()
    with no_portal():
        press("ctrl+shift+s")
        path = program.find("entry", "Path")
    wait_until(lambda: path.has_state("focused"), "the cursor in the path")
    press("ctrl+a")
    write(str(case))
    press("Return")
    program.find("label", "Saved …")
    saved = json.loads(files.read(case))
    assert len(saved["articles"]) == 3 and len(saved["quotes"]) == 1, saved
    article = json.loads(files.read(case.parent / saved["articles"][0]["file"]))
    origin = article["origin"]
    assert origin["producer"] and len(origin["sha256"]) == 64, origin
    assert files.bytes_below(trip.sources) == trip.before, "the sources were changed"
    program.stop()
    program = trip.open(case)
    wanted = "1 quotes: 1 exact, 0 moved, 0 lost"
    wait_until(lambda: any("1 exact, 0 moved, 0 lost" in node.name for node in program.find_all("label")), wanted)
    press("ctrl+q")
    assert program.wait_for_end() == 0
    return f"{article['title']!r} of {origin['producer']}, saved and reopened"


def take_a_newer_text(trip):
    """A source that has changed is noticed when its case is opened; its text becomes the article's second."""
    case = files.home_folder("crane press") / "crane.case.json"
    source = trip.sources / "https%3A%2F%2Fwire.example%2Fcrane.json"
    scraped = json.loads(files.read(source))
    scraped["maintext"] = f"Corrected on Monday.\n{scraped['maintext']}"
    source.write_text(json.dumps(scraped))
    trip.stop()
    program = trip.program = Program(str(case), environment=state())
    program.find("label", "The file from which “Crane maker sues port” came has changed…")
    program.find("push button", "Show the difference").click()
    dialog = program.find("dialog", "A newer text")
    wait_until(lambda: program.find_all("label", "Changed in the article: Text, Length of the text."), "the difference")
    assert dialog
    press("Escape")
    program.gone("dialog")
    program.find("push button", "Take the newer text").click()
    program.find("label", "The article has its newer text…")
    press("ctrl+s")
    program.find("label", "Saved …")
    saved = json.loads(files.read(case))["articles"]
    [entry] = [entry for entry in saved if entry["title"] == "Crane maker sues port"]
    article = json.loads(files.read(case.parent / entry["file"]))
    assert article["text"].startswith("Corrected on Monday.\n\n") and len(article["versions"]) == 1, article
    assert article["versions"][0]["text"].startswith(STORY), article
    wait_until(lambda: any("0 exact, 1 moved, 0 lost" in node.name for node in program.find_all("label")), "the quote")
    press("ctrl+q")
    assert program.wait_for_end() == 0
    return f"{source.name} changed; version 2 of {article['title']!r} saved, its quote found again"


STEPS = [look_through_a_folder, filter_and_add_three, annotate_save_and_reopen, take_a_newer_text]
