// A row, a cell or a figure of the full comparison, a chart or a diagram to send and to quote: buttons that copy its
// address, or its words with their sources. How sources are cited stands in a script that is loaded when it is asked for.
// Where copying is not allowed, the text is shown selected. Bound once to the document, so it also works on pages that
// are swapped in.
{
  const UNREAD = ".cite, .quote, .unseen, .comparison__subject, summary, details, svg, button";
  const filled = (text, values) => text.replace(/\{(title|address|key|day)\}/g, (place, name) => values[name] ?? place);
  const forTeX = (text) => text.replace(/[\\{}&%$#_~^]/g, (mark) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[mark] ?? `\\${mark}`);
  const marked = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const made = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };
  const said = (part) => {
    const copy = part.cloneNode(true);
    for (const where of all(".evidence__where", copy)) where.textContent = ` (${where.textContent.slice(2)})`; // it goes on behind the citation
    for (const other of all(UNREAD, copy)) other.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // What is quoted of each kind of thing: its title, its words, and where these are cited.
  const subject = (cell) => said(cell.closest("table").rows[0].cells[cell.cellIndex]);
  const told = (cell) => all(".comparison__answer > p", cell).map(said).join(" ");
  const ofRow = (row) => {
    const cells = [...row.cells].slice(1).filter((cell) => !cell.hidden);
    return { title: said(row.querySelector(".comparison__anchor")), lines: cells.map((cell) => `${subject(cell)}: ${told(cell)}`), cites: cells };
  };
  const ofCell = (cell) => ({ title: `${ofRow(cell.parentElement).title}: ${subject(cell)}`, lines: [told(cell)], cites: [cell] });
  const ofFigure = (figure) => {
    const [title, ...rest] = said(figure).split(/\.\s/);
    return { title, lines: [rest.join(". ")], cites: [figure] };
  };
  const ofDrawing = (drawing) => {
    const caption = drawing.querySelector("figcaption").cloneNode(true);
    const name = caption.querySelector("strong");
    const title = name.textContent.replace(/\.$/, "");
    for (const part of [name, ...all(".take-away", caption)]) part.remove();
    return { title, lines: [said(caption)].filter(Boolean), cites: [drawing] };
  };
  const KINDS = { "tr[id]": ofRow, "td[id]": ofCell, "li[id]": ofFigure, "figure": ofDrawing };
  const THING = Object.keys(KINDS).join(", ");
  const thing = (part) => KINDS[Object.keys(KINDS).find((kind) => part.matches(kind))](part);

  // The gallery of all diagrams has an anchor above each. To the address belong a pair of columns that is compared, and
  // how a picture is set.
  const address = (part) => {
    // A copy of the site in a file tree has an address that nobody else can open.
    const url = new URL((location.protocol === "file:" && document.querySelector("link[rel=canonical]")?.href) || location);
    const isOfIt = (key) => (key === "compare" ? part.closest(".comparison--full") : key.startsWith(`${part.dataset.name}.`));
    url.search = new URLSearchParams([...url.searchParams].filter(([key, value]) => value && isOfIt(key)));
    url.hash = part.id || part.closest("section")?.querySelector("[id]")?.id || "";
    return url.href;
  };

  let loading;
  const known = () => loading ??= new Promise((resolve, reject) => {
    const script = made("script", { src: new URL("data/quotes.js", __md_scope) });
    script.onload = () => resolve(globalThis.quotes);
    script.onerror = () => { loading = undefined; script.remove(); reject(new Error(script.src)); };
    document.head.append(script);
  });

  const FORMS = {
    plain: ({ title, lines, part, sources }) => [title, ...lines, "", part("plain"), ...(sources.length ? [words.sources, ...sources.map(({ plain }) => `- ${plain}`)] : [])].join("\n"),
    markdown: ({ title, lines, part, sources }) => [
      [`**${marked(title)}**`, ...lines.map(marked)].map((line) => `> ${line}`).join("\n>\n"), part("markdown", marked),
      ...(sources.length ? [words.sources, sources.map(({ markdown }) => `- ${markdown}`).join("\n")] : []),
    ].join("\n\n"),
    bibtex: ({ part, sources }) => [part("bibtex", forTeX), ...sources.map(({ bibtex }) => bibtex)].join("\n\n"),
    csl: ({ csl, sources }) => JSON.stringify([csl, ...sources.map((source) => source.csl)], null, 2),
  };
  const quoted = async (from, form) => {
    const quotes = await known();
    const { title, lines, cites } = thing(from);
    const ids = new Set(cites.flatMap((part) => all(".cite a", part).map(({ hash }) => decodeURIComponent(hash.slice(1)))));
    const now = new Date();
    const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const values = { title, address: address(from), key: from.id || "part", day: date.map((number) => String(number).padStart(2, "0")).join("-") };
    const part = (name, written = (text) => text) => filled(quotes.part[name], { ...values, title: written(title) });
    const csl = { ...quotes.part.csl, id: values.key, title, URL: values.address, accessed: { "date-parts": [date] } };
    return FORMS[form]({ title, lines, part, csl, sources: [...ids].map((id) => quotes.sources[id]).filter(Boolean) });
  };

  const say = (text) => { document.querySelector("[data-arrived]").textContent = text; };
  let shown;
  const show = (button, name, ...parts) => {
    shown?.remove();
    shown = made("div", { className: "quote__ways", popover: "auto", role: "group", ariaLabel: name }, ...parts);
    button.after(shown); // Tab and screen readers go on into it
    shown.showPopover();
    const { left, bottom, top } = button.getBoundingClientRect();
    const { width, height } = shown.getBoundingClientRect();
    const isBelow = bottom + height <= innerHeight || top < height;
    shown.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
    shown.style.top = `${isBelow ? bottom : top - height}px`;
    shown.addEventListener("toggle", ({ newState, target }) => { if (newState === "closed") target.remove(); });
  };
  const copy = async (text, button, name) => {
    try {
      await navigator.clipboard.writeText(text);
      shown?.hidePopover();
      say(words.copied);
      const label = button.textContent;
      if (label === words.copied) return;
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = label; }, 2000);
    } catch {
      const field = made("textarea", { readOnly: true, value: text, rows: 5, ariaLabel: name });
      show(button, name, made("p", {}, words.byHand), field);
      field.focus();
      field.select();
      say(words.byHand);
    }
  };

  const button = (label, name, act) => {
    const found = made("button", { type: "button", ariaLabel: `${label}: ${name}` }, label);
    found.addEventListener("click", () => act(found));
    return found;
  };
  const WAYS = { plain: "formPlain", markdown: "formMarkdown", bibtex: "formBibTeX", csl: "formCSL" };
  const ways = (from, opener, name) => {
    const choose = (form) => quoted(from, form).then((text) => copy(text, opener, name), () => {
      shown.querySelector("p").textContent = words.notLoaded;
      say(words.notLoaded);
    });
    const forms = Object.entries(WAYS).map(([form, label]) => button(words[label], name, () => choose(form)));
    show(opener, `${words.copySource}: ${name}`, ...forms, made("p", {}));
    forms[0].focus();
  };
  const offer = (from, place) => {
    if (!place || from.dataset.quoted) return;
    from.dataset.quoted = true;
    const { title } = thing(from);
    place.append(made("span", { className: "quote" },
      button(words.copyLink, title, (pressed) => copy(address(from), pressed, title)),
      button(words.copySource, title, (pressed) => ways(from, pressed, title))));
  };

  // Cells and their figures have theirs when they are opened.
  const offerWithin = (details) => {
    if (!details.matches?.(".evidence[open]")) return;
    for (const figure of all("li[id]", details)) offer(figure, figure);
    offer(details.parentElement, details);
  };
  document.addEventListener("toggle", ({ target }) => offerWithin(target), true);
  document$.subscribe(() => {
    if (!globalThis.words) return; // another generator may not have them
    for (const row of all(".comparison--full tr[id]")) offer(row, row.cells[0]);
    for (const drawing of all("article figure.diagram")) offer(drawing, drawing.querySelector("figcaption"));
    for (const details of all(".evidence[open]")) offerWithin(details);
    for (const text of all(".citation pre:not([data-quoted])")) {
      const name = text.dataset.quoted = text.dataset.form;
      text.previousElementSibling.append(" ", made("span", { className: "quote" }, button(words.copy, name, (pressed) => copy(text.textContent, pressed, name))));
    }
  });
}
