// The full comparison: rows filtered by group and by text, with the state in the address.
// Without this script all rows are shown. Bound once for each page that is swapped in.
{
  const tables = new WeakSet();
  let restore = () => {};
  let reveal = () => {};

  // An accent may be left out, and ß is ss.
  const folded = (text) => text.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");

  // What a reader finds in a row: the names of its columns and of its buttons are in every row.
  const words = (row) => {
    const copy = row.cloneNode(true);
    for (const part of copy.querySelectorAll(".comparison__subject, .evidence__label, .unseen, summary")) part.remove();
    return folded(copy.textContent);
  };

  const bind = () => {
    const filter = document.querySelector("[data-filter]");
    if (!filter || tables.has(filter)) return;
    tables.add(filter);
    const texts = new Map([...document.querySelectorAll(".comparison--full tr[id]")].map((row) => [row, words(row)]));
    const bodies = [...document.querySelectorAll(".comparison--full tbody")];

    const show = () => {
      const { group, words: wanted } = filter.elements;
      const sought = folded(wanted.value).split(/\s+/).filter(Boolean);
      for (const [row, text] of texts) {
        const inGroup = !group.value || row.parentElement.dataset.group === group.value;
        row.hidden = !inGroup || !sought.every((word) => text.includes(word));
      }
      for (const body of bodies) body.hidden = !body.querySelector("tr[id]:not([hidden])");
      const shown = [...texts.keys()].filter((row) => !row.hidden).length;
      const said = filter.querySelector("[role=status]");
      said.textContent = shown ? said.dataset.shown.replace("{shown}", shown) : said.dataset.none;
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

    // A linked row is shown whatever the filter says; a linked cell shows what it rests on.
    reveal = () => {
      const target = linked();
      const row = target?.closest(".comparison--full tr[id]");
      if (!row) return;
      if (row.hidden) { filter.reset(); show(); keep(); }
      for (const details of target.querySelectorAll(target === row ? "th details" : "details")) details.open = true;
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

    filter.addEventListener("input", () => { show(); keep(); });
    filter.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
    filter.addEventListener("submit", (event) => event.preventDefault());
    restore(true);
  };

  addEventListener("popstate", () => restore());
  // A link to the row in the address opens it again, although the address does not change.
  addEventListener("click", (event) => { if (event.target.closest("a[href^='#']")) setTimeout(() => reveal()); });
  document$.subscribe(bind);
}
