// The full comparison: rows filtered by group and by text, and two of its columns beside each other, with the state in
// the address. Without this script all rows and columns are shown. Bound once for each page that is swapped in.
{
  const tables = new WeakSet();
  let restore = () => {};
  let reveal = () => {};

  // An accent may be left out, and ß is ss.
  const folded = (text) => text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");

  // What a reader finds in a cell: the names of its column and of its buttons are in every row.
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll(".comparison__subject, .evidence__label, .unseen, summary, button")) part.remove();
    return folded(copy.textContent);
  };
  const subject = ({ id }) => id.split("--")[1];

  const bind = () => {
    const filter = document.querySelector("[data-filter]");
    if (!filter || tables.has(filter)) return;
    tables.add(filter);
    const table = document.querySelector(".comparison--full table");
    const rows = [...table.querySelectorAll("tr[id]")];
    const texts = new Map(rows.map((row) => [row, [...row.cells].map((cell, n) => [cell, `${words(cell)} ${n ? "" : folded(row.dataset.also ?? "")}`])]));
    const ids = [...rows[0].cells].slice(1).map(subject);
    const bodies = [...table.querySelectorAll("tbody[data-group]")];

    // Two columns, or all.
    const compare = (wanted) => {
      const chosen = wanted ? wanted.split(" ") : ids;
      for (const { cells } of table.rows) {
        if (cells.length === 1) cells[0].colSpan = chosen.length + 1;
        else for (const [n, cell] of [...cells].slice(1).entries()) cell.hidden = !chosen.includes(ids[n]);
      }
    };

    const show = () => {
      const { group, words: wanted, compare: pair } = filter.elements;
      const sought = folded(wanted.value).split(/\s+/).filter(Boolean);
      compare(pair?.value);
      for (const [row, cells] of texts) {
        const text = cells.filter(([cell]) => !cell.hidden).map(([, text]) => text).join(" ");
        const inGroup = !group.value || row.parentElement.dataset.group === group.value;
        row.hidden = !inGroup || !sought.every((word) => text.includes(word));
      }
      for (const body of bodies) body.hidden = !body.querySelector("tr[id]:not([hidden])");
      const shown = rows.filter((row) => !row.hidden).length;
      const said = filter.querySelector("[role=status]");
      said.textContent = shown ? said.dataset.shown.replace("{shown}", shown) : said.dataset.none;
      said.toggleAttribute("data-some", shown < rows.length);
    };

    const linked = () => {
      let id = location.hash.slice(1);
      try { id = decodeURIComponent(id); } catch { return null; }
      return id ? document.getElementById(id) : null;
    };

    const keep = () => {
      const state = new URLSearchParams(location.search);
      for (const { name, value } of filter.querySelectorAll("[name]")) value ? state.set(name, value) : state.delete(name);
      const row = linked()?.closest("tr[id]");
      const hash = row?.hidden ? "" : location.hash;
      history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}${hash}`);
    };

    // What is linked is shown, whatever is chosen: a row with its reason, a cell or a figure with what it rests on.
    reveal = () => {
      const target = linked();
      const row = target?.closest(".comparison--full tr[id]");
      if (!row) return;
      if (target.closest("[hidden]")) { filter.reset(); show(); keep(); }
      const cell = target === row ? row.cells[0] : target.closest("td");
      for (const details of cell?.querySelectorAll("details") ?? []) details.open = true;
      target.scrollIntoView();
    };

    // At first, what was typed before this script was there stays.
    restore = (first) => {
      if (!first || location.search) filter.reset();
      for (const field of filter.querySelectorAll("[name]")) {
        const value = new URLSearchParams(location.search).get(field.name) ?? field.value;
        if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
      }
      show();
      reveal();
    };

    // What is found may lie below the filter, which goes along, or above the screen.
    const follow = () => {
      const group = rows.find((row) => !row.hidden)?.parentElement.rows[0];
      if (group?.getBoundingClientRect().top < filter.getBoundingClientRect().bottom) group.scrollIntoView();
    };

    filter.addEventListener("input", () => { show(); keep(); follow(); });
    filter.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
    filter.addEventListener("submit", (event) => event.preventDefault());
    restore(true);
  };

  addEventListener("popstate", () => restore());
  // A link to what the address names already opens it again. Whoever chose a row in the list goes on from that row.
  addEventListener("click", ({ target }) => {
    const link = target.closest("a[href*='#']");
    if (link?.pathname !== location.pathname) return;
    const list = link.closest("[popover]");
    setTimeout(() => {
      reveal();
      if (!list?.matches(":popover-open")) return;
      list.hidePopover();
      document.getElementById(link.hash.slice(1))?.querySelector("a").focus({ preventScroll: true });
    });
  });
  document$.subscribe(bind);
}
