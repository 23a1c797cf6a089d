// The decision helper: the answers add up to a set of subjects, whose outcome is shown. The state is in the address.
// Without this script all outcomes are shown, with the sets that they stand for. Bound once for each page.
{
  const forms = new WeakSet();
  let restore = () => {};

  const bind = () => {
    const form = document.querySelector("[data-decision]");
    if (!form || forms.has(form)) return;
    forms.add(form);
    const outcomes = [...form.querySelectorAll("[data-subjects]")];
    const inputs = [...form.querySelectorAll("input")];
    const [count, advice] = ["[data-count]", "[data-advice]"].map((part) => form.querySelector(part));
    const nothing = count.textContent;

    const show = () => {
      const chosen = inputs.filter((input) => input.checked);
      const subjects = chosen.flatMap((input) => input.closest("[data-towards]").dataset.towards.split(" ")).filter(Boolean);
      const reached = [...new Set(subjects)].sort().join(" ");
      for (const outcome of outcomes) outcome.hidden = !chosen.length || outcome.dataset.subjects !== reached;
      const outcome = outcomes.find((one) => !one.hidden);
      count.textContent = outcome ? count.dataset.count.replace("{answered}", chosen.length) : nothing;
      advice.textContent = outcome
        ? advice.dataset.advice.replace("{advice}", () => outcome.querySelector(".decision__name").textContent)
        : "";
    };

    const keep = () => {
      const state = new URLSearchParams(location.search);
      for (const { name } of inputs) state.delete(name);
      for (const [name, value] of new FormData(form)) state.set(name, value);
      history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}${location.hash}`);
    };

    // At first, what was chosen before this script was there stays chosen.
    restore = (first) => {
      const state = new URLSearchParams(location.search);
      for (const input of inputs) {
        if (!first || state.has(input.name)) input.checked = state.get(input.name) === input.value;
      }
      show();
    };

    form.dataset.bound = "";
    form.addEventListener("change", () => { show(); keep(); });
    form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    restore(true);
  };

  addEventListener("popstate", () => restore());
  document$.subscribe(bind);
}
