"""The service worker never mixes versions: whenever a new one is put up, whatever breaks off or is thrown away."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.deploys import PAGES, Host, hosted, version_in
from tests.waiting import moments, until

ROUNDS = 100 if os.environ.get("FUZZ") else 10
STEPS = 14

HELD = """async () => {
  const { version, late, root } = document.querySelector("main").dataset;
  const text = async (path) => {
    try {
      const answer = await fetch(root + path);
      return answer.ok ? await answer.text() : null;
    } catch { return null }
  };
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
  const pageOf = (html) => html && parsed(html).querySelector("main").dataset.version;
  await new Promise((done) => {
    const script = Object.assign(document.createElement("script"), { src: late, onload: done, onerror: done });
    document.body.append(script);
  });
  const store = await caches.open("course / windows");
  const versionOf = async (key) => (await (await store.match(key)).json()).version;
  const windows = await Promise.all((await store.keys()).map(versionOf));
  const [{ workerStart }] = performance.getEntriesByType("navigation");
  // Of a page that came before the worker nothing is noted any more where the browser has thrown that away.
  const earlier = ["network", "earlier"].some((one) => windows.includes(one)) || (!workerStart && !windows.length);
  return {
    version,
    alone: !navigator.serviceWorker.controller || earlier,
    code: String(globalThis.code ?? ""),
    late: String(globalThis.late ?? ""),
    search: await text("search/search_index.json"),
    others: [pageOf(await text("two/")), pageOf(await text("deep/three/"))],
    styled: document.styleSheets[0]?.cssRules[0]?.selectorText ?? "",
  };
}"""
"""What a page is made of, and what it gets when it asks for more."""

KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => !name.endsWith(" windows"));
  const whole = await Promise.all(names.map(async (name) => Boolean(await (await caches.open(name)).match("/?whole"))));
  return names.filter((_, index) => whole[index]).length;
}"""
CONTROLLED = "() => Boolean(navigator.serviceWorker.controller)"
UPDATE = "async () => { try { await (await navigator.serviceWorker.getRegistration()).update() } catch { /* cut */ } }"
# In a page that is about to be left, Chromium may never answer.
SEEK = "() => { navigator.serviceWorker.getRegistration().then((one) => one?.update()).catch(() => {}) }"
IDLE = """async () => {
  const one = await navigator.serviceWorker.getRegistration();
  return !one || !(one.installing || one.waiting);
}"""
COUNT = "async (name) => (await (await caches.open(name)).keys()).length"
MARKED = """async (name) => Boolean(await caches.match("/?whole", { cacheName: name }))"""
# A version is whole before its worker is installed.
WHOLE = f"""async (name) => await ({MARKED})(name) && await ({IDLE})()"""
ASKING = """async () => {
  clearTimeout(globalThis.asking);
  globalThis.pause = 5;
  const ask = () => fetch("/search/search_index.json").finally(() => { globalThis.asking = setTimeout(ask, pause) });
  (await navigator.serviceWorker.getRegistration()).addEventListener("updatefound", ask, { once: true });
}"""
"""What lets a page ask its worker for something again and again, from when the next one comes."""

PATIENCE = "PATIENCE = 30000;"
PURGE = "async () => { for (const name of await caches.keys()) await caches.delete(name) }"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("versions")
    return [version_in(folder, number) for number in range(12)]


@pytest.fixture
def at(versions: list[Path]) -> Iterator[tuple[str, Host]]:
    """Return the address of a host with the first version, and the host."""
    with hosted(versions[0]) as found:
        yield found


@pytest.fixture
def page(workers: Browser) -> Iterator[Page]:
    with workers.new_context() as context:
        yield context.new_page()


def met(page: Page, condition: str) -> bool:
    return bool(until(lambda: page.evaluate(condition), moments(page)))


def keeps(page: Page, address: str) -> None:
    """Open a page, and wait until the whole site is kept and the page is answered from there."""
    page.goto(address)

    assert met(page, CONTROLLED)


def unmixed(held: dict[str, Any]) -> bool:
    """Tell whether all that a page has is of its version; what was refused is nothing.

    A page that came from the network, before or without a worker, gets what it asks for from there: that is left out.
    """
    version = held["version"]
    if held["alone"]:
        return True
    found = [held["code"], held["late"], held["search"], held["styled"].removeprefix(".v"), *held["others"]]
    return {version} >= {*found} - {"", None}


def shown(page: Page) -> str:
    return page.locator("main").inner_text().removeprefix("Version ")


def test_after_one_page_every_page_can_be_read_without_a_network(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    keeps(page, address)
    host.cut = True
    for path in PAGES:
        page.goto(address + path)

        expected = {
            "version": "0",
            "alone": False,
            "code": "0",
            "late": "0",
            "search": "0",
            "others": ["0", "0"],
            "styled": ".v0",
        }
        assert expected == page.evaluate(HELD), path


def test_a_window_stays_with_its_version_until_its_reader_asks_for_the_new_one(
    page: Page, at: tuple[str, Host], versions: list[Path]
) -> None:
    address, host = at
    keeps(page, address)
    page.goto(f"{address}one/")
    other = page.context.new_page()
    other.goto(f"{address}two/")
    host.put(versions[1])
    page.evaluate(UPDATE)
    expect(page.locator(".fresh")).to_be_visible()

    assert ("0", "0") == (shown(page), shown(other))
    assert page.evaluate(HELD)["others"] == ["0", "0"]
    page.get_by_role("button", name="Read the new version").click()
    expect(page.locator("main")).to_have_text("Version 1")
    assert {"1"} == {page.evaluate(HELD)[name] for name in ("code", "late", "search")}
    held = other.evaluate(HELD)
    assert ("0", "0", ["0", "0"]) == (held["late"], held["search"], held["others"])
    expect(other.locator(".fresh")).to_be_visible()
    other.close()
    page.reload()
    assert until(
        lambda: page.evaluate(KEPT) == 2, moments(page)
    )  # A window that was open a minute ago may be coming back.


@pytest.mark.parametrize("after", range(1, 9))
def test_a_version_that_is_put_up_during_an_installation_ends_it_and_a_later_try_succeeds(
    page: Page, at: tuple[str, Host], versions: list[Path], after: int
) -> None:
    address, host = at
    keeps(page, address)
    host.put(versions[1])
    host.put(versions[2], after=after)
    page.evaluate(UPDATE)

    assert met(page, IDLE)
    assert unmixed(page.evaluate(HELD))
    page.evaluate(UPDATE)
    assert met(page, IDLE)
    host.cut = True
    page.goto(f"{address}one/")
    assert page.evaluate(HELD)["others"] == [shown(page)] * 2
    assert shown(page) in "12"


def test_a_newer_version_takes_over_from_one_that_is_asked_while_it_is_to_end(
    page: Page, at: tuple[str, Host], versions: list[Path]
) -> None:
    address, host = at
    keeps(page, address)
    for version in versions[1:4]:
        page.evaluate(ASKING)
        host.put(version)
        page.evaluate(SEEK)
        name = kept_as(version)

        assert until(lambda name=name: page.evaluate(MARKED, name), moments(page))  # type: ignore[misc]
        page.evaluate("pause = 3000")  # A page that asks now and then keeps a worker from being ended as an idle one.
        assert until(lambda version=version: is_whole(page, version), moments(page))  # type: ignore[misc]


def test_a_torn_download_is_never_taken(page: Page, at: tuple[str, Host], versions: list[Path]) -> None:
    address, host = at
    keeps(page, address)
    host.put(versions[1])
    worker = (versions[1] / "sw.js").read_text()
    host.torn = True
    page.evaluate(UPDATE)

    assert worker
    assert met(page, IDLE)
    host.torn = False
    page.reload()
    held = page.evaluate(HELD)
    assert unmixed(held)
    page.evaluate(UPDATE)
    assert met(page, IDLE)
    page.reload()
    assert "1" == shown(page)
    assert "1" == page.evaluate(HELD)["late"]


def test_a_download_that_stands_still_holds_up_no_later_version(
    page: Page, at: tuple[str, Host], versions: list[Path], tmp_path: Path
) -> None:
    address, host = at
    keeps(page, address)
    hasty = copytree(versions[1], tmp_path / "hasty")
    code = (hasty / "sw.js").read_text()
    (hasty / "sw.js").write_text(code.replace(PATIENCE, "PATIENCE = 500;"))
    host.still = f"/assets/{next(hasty.glob('assets/late*')).name}"
    host.put(hasty)
    page.evaluate(SEEK)

    others = len(json.loads(code.splitlines()[1].removeprefix("const FILES = ").removesuffix(";"))) - 1

    assert PATIENCE in code
    assert until(lambda: page.evaluate(COUNT, kept_as(hasty)) == others, moments(page))
    host.put(versions[2])
    assert until(lambda: page.evaluate(SEEK) or is_whole(page, versions[2]), moments(page))


def test_what_the_browser_throws_away_is_fetched_again(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    keeps(page, address)
    page.evaluate(PURGE)
    page.goto(f"{address}one/")

    assert "0" == shown(page)
    assert until(lambda: page.evaluate(KEPT) == 1, moments(page))
    host.cut = True
    page.goto(f"{address}two/")
    assert ["0", "0"] == page.evaluate(HELD)["others"]


def test_what_is_thrown_away_after_a_newer_version_came_is_mixed_with_nothing(
    page: Page, at: tuple[str, Host], versions: list[Path]
) -> None:
    address, host = at
    keeps(page, address)
    host.put(versions[1])
    page.evaluate(PURGE)

    assert unmixed(page.evaluate(HELD))
    page.goto(f"{address}one/")
    assert unmixed(page.evaluate(HELD))


def test_what_is_not_there_and_what_is_not_kept_are_told_apart(page: Page, at: tuple[str, Host]) -> None:
    address, host = at
    keeps(page, address)
    missing = page.goto(f"{address}no-such-page/")

    assert (404, "0") == (missing and missing.status, shown(page))
    assert "not kept" == page.goto(f"{address}alike.txt").text()  # type: ignore[union-attr]
    host.cut = True
    unkept = page.goto(f"{address}alike.txt")
    assert 503 == (unkept and unkept.status)
    assert "This is not kept on this device" == page.title()
    page.goto(f"{address}one")
    assert f"{address}one/" == page.url


def step(page: Page, address: str, host: Host, versions: list[Path], chance: Random) -> None:
    """Do one of the things that readers, maintainers and networks do."""
    pages = page.context.pages
    one = chance.choice(pages)

    def go() -> None:
        one.goto(address + chance.choice(PAGES))

    def more() -> None:
        if len(pages) < 3:
            page.context.new_page().goto(address + chance.choice(PAGES))

    def deploy() -> None:
        host.put(chance.choice(versions), after=chance.choice([0, 0, chance.randint(1, 12)]))

    def toggle(name: str) -> Callable[[], None]:
        return lambda: setattr(host, name, not getattr(host, name) and chance.random() < 0.5)

    doing: list[Callable[[], object]] = [go, go, one.reload, more, deploy, deploy, toggle("cut"), toggle("torn")]
    doing += [lambda: one.evaluate(SEEK), lambda: moments(one)(chance.random() / 3)]
    doing += [lambda: one.evaluate(PURGE)] if chance.random() < 0.2 else []
    try:
        chance.choice(doing)()
    except Error:
        until(lambda: left(one))  # The network was cut before anything was kept.


def kept_as(folder: Path) -> str:
    """Return the name under which the version in a folder is kept."""
    version = (folder / "sw.js").read_text().split('"')[1]
    return f"course / {version}"


def is_whole(page: Page, folder: Path) -> bool:
    """Tell whether the version in a folder is kept, and answers."""
    return bool(page.evaluate(WHOLE, kept_as(folder)))


def left(page: Page) -> bool:
    """Leave a page, unless the browser is about to show why it could not open another one."""
    with suppress(Error):
        page.goto("about:blank")
        return True
    return False


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_never_a_mix(page: Page, at: tuple[str, Host], versions: list[Path], seed: int) -> None:
    address, host = at
    chance = Random(seed)  # noqa: S311 - the same round each time
    page.goto(address)
    for _ in range(STEPS):
        step(page, address, host, versions, chance)
        for one in page.context.pages:
            if one.locator("main").count():
                held = one.evaluate(HELD)

                assert unmixed(held), held
    host.cut = host.torn = False
    host.put(host.folder)
    page.goto(address)
    assert until(lambda: page.evaluate(SEEK) or is_whole(page, host.folder), moments(page))
    host.cut = True
    page.goto(f"{address}one/")
    newest = host.folder.name
    assert newest == shown(page)
    assert [newest, newest] == page.evaluate(HELD)["others"]
