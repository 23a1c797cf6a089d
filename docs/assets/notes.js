// Notes: what a term means, what a citation cites, and how an amount was measured, beside it. They show when a mouse
// rests on the link, and by a tap or Enter on it; without this script, and in a file tree, the link leads to the entry.
// A note holds what stands there: the page is fetched when a reader first asks for a note, so no other page has to carry
// it. Bound once to the document, so it also works on pages that are swapped in.
if (location.protocol !== "file:") {
  const LINKS = ".term, .cite[id] > a, .amount";
  const AMOUNT = "strong"; // within the entry of a figure
  const WAIT = 300;
  const ROOM = 8;
  const pages = new Map();
  const plain = new WeakSet(); // links of which no entry can be shown
  let note, link, pinned, over, timer, wasOpen;

  const page = (url) => {
    if (!pages.has(url)) {
      const parsed = fetch(url).then(async (answer) => {
        if (!answer.ok) throw new Error(url);
        return new DOMParser().parseFromString(await answer.text(), "text/html");
      });
      parsed.catch(() => pages.delete(url));
      pages.set(url, parsed);
    }
    return pages.get(url);
  };
  const entry = async ({ href, hash }) => {
    const found = (await page(href.split("#")[0])).getElementById(hash.slice(1));
    if (!found) throw new Error(href);
    return found;
  };
  // What went on behind a part that is left out begins anew.
  const anew = (text) => { text.data = text.data.slice(2); };
  const copies = (parts, base, left = ".cite, .sources__read") => parts.map((part) => {
    const copy = document.importNode(part, true);
    if (left === AMOUNT) anew(copy.querySelector(AMOUNT).nextSibling);
    else for (const where of copy.querySelectorAll(".evidence__where")) anew(where.firstChild);
    for (const other of copy.querySelectorAll(left)) other.remove();
    for (const inner of copy.querySelectorAll("a")) inner.href = new URL(inner.getAttribute("href"), base);
    return copy;
  });
  const made = (name, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };

  // What a note says: its head leads to the entry.
  const told = (to, found) => {
    const meaning = copies([...found.querySelectorAll("dd")], to.href);
    const name = meaning.length ? found.querySelector("dt").firstChild : to;
    const head = Object.assign(document.createElement("a"), { href: to.href, textContent: name.textContent.trim() });
    const cited = copies([...found.querySelectorAll(".sources__work, .sources__says")], to.href);
    const measured = to.matches(".amount") ? copies([found], to.href, AMOUNT) : [];
    return [made("p", head), ...[...meaning, ...measured].map((one) => made("p", ...one.childNodes)), ...cited];
  };
  // In the row of a table, the figures that the source gives there, with their conditions.
  const figures = async (to, found) => {
    const row = to.parentElement.id.split("-").slice(2).join("-");
    const uses = row ? [...found.querySelectorAll(".sources__uses a")].map((use) => new URL(use.getAttribute("href"), to.href)) : [];
    const cells = uses.filter(({ hash }) => hash.startsWith(`#${row}--`));
    const shown = await Promise.all(cells.map(async (cell) => {
      const all = [...(await entry(cell)).querySelectorAll(".evidence__figures li")];
      return copies(all.filter((one) => one.querySelector(`.cite [href$="${to.hash}"]`)), cell);
    }));
    return shown.flat();
  };

  const place = () => {
    if (!note) return;
    const [at] = link.getClientRects();
    const { width, height } = note.getBoundingClientRect();
    const left = Math.min(at.left, document.documentElement.clientWidth - width - ROOM);
    const isBelow = at.bottom + height <= innerHeight || at.top < height;
    note.style.left = `${Math.max(ROOM, left) + scrollX}px`;
    note.style.top = `${(isBelow ? at.bottom : at.top - height) + scrollY}px`;
  };
  const say = (text) => { document.querySelector("[data-arrived]").textContent = text; };
  const hide = () => {
    const shown = note;
    link?.setAttribute("aria-expanded", "false");
    note = link = undefined;
    shown?.hidePopover();
    shown?.remove();
    if (pinned) say("");
  };
  const show = async (to, isPinned) => {
    const found = await entry(to);
    if (over !== to) return;
    hide();
    link = to;
    pinned = isPinned;
    const parts = told(to, found);
    const shown = note = Object.assign(made("div", ...parts), { className: "note", popover: "auto", role: "group", ariaLabel: parts[0].textContent });
    note.addEventListener("toggle", ({ newState }) => { if (newState === "closed" && note === shown) hide(); });
    to.after(note); // Tab and screen readers go on into it
    note.showPopover();
    place();
    to.setAttribute("aria-expanded", "true");
    if (pinned) say(parts.map((part) => part.textContent.trim().replace(/[^.!?…:]$/, "$&.")).join(" "));
    const more = await figures(to, found).catch(() => []);
    if (!more.length) return;
    parts[1].after(made("ul", ...more));
    place();
  };

  // The pointer may go from the word into the note, and rest there.
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const to = note?.contains(target) ? link : target.closest(LINKS);
    if (to === over) return;
    over = to;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (to && to !== link) show(to).catch(() => plain.add(to));
      if (!to && !pinned) hide();
    }, WAIT);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (note && target !== link && !note.contains(target)) hide();
  });
  addEventListener("pointerdown", ({ target }) => { wasOpen = Boolean(link?.contains(target)); }, true);
  addEventListener("keydown", ({ target }) => { wasOpen = target === link; }, true);
  addEventListener("resize", place);

  // Who rests a mouse on the word has seen its note, so that click leads on.
  addEventListener("click", (event) => {
    const to = event.target.closest(LINKS);
    const isOpen = wasOpen;
    wasOpen = false;
    if (!to || plain.has(to) || event.ctrlKey || event.metaKey || event.shiftKey || (isOpen && event.pointerType === "mouse")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    clearTimeout(timer);
    if (isOpen) return hide();
    over = to;
    show(to, true).catch(() => {
      plain.add(to);
      to.click();
    });
  }, true);

  document$.subscribe(() => {
    if (link && !link.isConnected) hide();
    for (const to of document.querySelectorAll(LINKS)) to.setAttribute("aria-expanded", to === link);
  });
}
