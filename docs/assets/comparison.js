// The full comparison: rows filtered by group and by text, with the state in the address.
// Without this script all rows are shown. Bound again for each page that is swapped in.
const filterRows = () => {
  const filter = document.querySelector("[data-filter]");
  if (!filter) return;
  const rows = [...document.querySelectorAll(".comparison--full tr[id]")];
  const bodies = [...document.querySelectorAll(".comparison--full tbody")];
  const text = (row) => row.textContent.toLowerCase();

  const show = () => {
    const { group, words } = filter.elements;
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const inGroup = !group.value || row.parentElement.dataset.group === group.value;
      row.hidden = !inGroup || !wanted.every((word) => text(row).includes(word));
    }
    for (const body of bodies) body.hidden = !body.querySelector("tr[id]:not([hidden])");
    const shown = rows.filter((row) => !row.hidden).length;
    filter.querySelector("[role=status]").textContent = `${shown} of ${rows.length} rows`;
  };

  const keep = () => {
    const state = new URLSearchParams([...new FormData(filter)].filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}${location.hash}`);
  };

  // A linked row is shown whatever the filter says, and its evidence is open.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest(".comparison--full tr[id]");
    if (!row) return;
    if (row.hidden) { filter.reset(); show(); keep(); }
    for (const details of (target === row ? row : target).querySelectorAll("details")) details.open = true;
    target.scrollIntoView();
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (filter.elements[name]) filter.elements[name].value = value;
  }
  filter.hidden = false;
  filter.addEventListener("input", () => { show(); keep(); });
  filter.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  filter.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  show();
  reveal();
};
typeof document$ === "undefined" ? filterRows() : document$.subscribe(filterRows);
