// The theme's script has shortcuts of one key (search, previous and next page). Speech input and tremor hit such keys by
// chance, so they can be switched off where they are described (WCAG 2.1.4, Character Key Shortcuts).
{
  const off = () => __md_get("keys") === false;

  addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !event.target.matches("input, select, textarea") && off()) event.stopImmediatePropagation();
  }, true);
  // It asks whether its own search is open, which pages do not have.
  const toggle = Object.assign(document.createElement("input"), { type: "checkbox", hidden: true });
  toggle.dataset.mdToggle = "search";
  document.body.append(toggle);

  document$.subscribe(() => {
    const box = document.querySelector("[data-keys]");
    if (!box) return;
    box.checked = !off();
    box.disabled = false;
    box.onchange = () => __md_set("keys", box.checked);
  });
}
