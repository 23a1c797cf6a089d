// What a reader has opened, and the step that a picture shows, stay as they are when they come back to a page in the same
// visit. Parts are told apart by their words, since scripts add some and take others away; questions have a memory of
// their own. Stored for each page, in this window alone.
{
  const store = () => { try { return sessionStorage; } catch { return undefined; } };

  // Returns what can be kept on a page, by name: its words, and which of those with the same words it is.
  const named = (selector, words) => {
    const found = new Map();
    for (const part of document.querySelectorAll(`article ${selector}`)) {
      if (part.closest(".ask")) continue;
      let name = words(part), count = 1;
      while (found.has(`${name} ${count}`)) count++;
      found.set(`${name} ${count}`, part);
    }
    return found;
  };
  const details = () => named("details", (part) => part.querySelector("summary")?.textContent.trim().slice(0, 80));
  const figures = () => named("figure[data-steps]", (part) => part.querySelector("figcaption strong")?.textContent.trim().slice(0, 80));

  let kept = { opened: {}, steps: {} }, page = "";
  const save = () => {
    for (const [name, part] of details()) if (part.open || name in kept.opened) kept.opened[name] = part.open;
    for (const [name, { dataset }] of figures()) if (Number(dataset.step) || name in kept.steps) kept.steps[name] = Number(dataset.step);
    if (Object.keys({ ...kept.opened, ...kept.steps }).length) __md_set("kept", { ...__md_get("kept", store()), [page]: kept }, store());
  };

  const restore = () => {
    page = location.pathname;
    const found = __md_get("kept", store())?.[page];
    kept = { opened: { ...found?.opened }, steps: { ...found?.steps } };
    const at = scrollY;
    for (const [name, part] of details()) if (typeof kept.opened[name] === "boolean") part.open = kept.opened[name];
    for (const [name, figure] of figures()) {
      if (!Number.isInteger(kept.steps[name])) continue;
      figure.dataset.step = kept.steps[name];
      figure.dispatchEvent(new CustomEvent("step"));
    }
    // The browser has put the page where the reader left it, before this was opened again.
    if (found && scrollY !== at) scrollTo({ top: at, behavior: "instant" });
  };

  const bind = () => {
    const article = document.querySelector("article");
    if (article.dataset.kept !== undefined) return;
    article.dataset.kept = "";
    restore();
    save();
  };
  document.addEventListener("toggle", ({ target }) => { if (target.matches("article details")) save(); }, true);
  document.addEventListener("turned", save);
  document$.subscribe(bind);
}
