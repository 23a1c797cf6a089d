// The decision helper: the answers add up to a set of subjects, whose outcome is shown. The state is in the address.
// Without this script all outcomes are shown, with the sets that they stand for.
const decide = () => {
  const form = document.querySelector("[data-decision]");
  if (!form) return;
  const outcomes = [...form.querySelectorAll("[data-subjects]")];
  const questions = form.querySelectorAll("fieldset").length;
  const said = form.querySelector("[role=status]");

  const show = () => {
    const chosen = [...form.querySelectorAll("input:checked")];
    const subjects = chosen.flatMap((input) => input.closest("[data-towards]").dataset.towards.split(" ")).filter(Boolean);
    const reached = [...new Set(subjects)].sort().join(" ");
    for (const outcome of outcomes) outcome.hidden = !chosen.length || outcome.dataset.subjects !== reached;
    const outcome = outcomes.find((one) => !one.hidden);
    const advice = outcome ? `The advice so far: ${outcome.querySelector(".decision__name").textContent}` : "";
    said.querySelector("[data-count]").textContent = outcome
      ? `${chosen.length} of ${questions} questions answered.`
      : "Choose an answer to see the advice.";
    said.querySelector("[data-advice]").textContent = advice;
  };

  const keep = () => {
    const state = new URLSearchParams([...new FormData(form)]);
    history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}`);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    for (const input of form.querySelectorAll("input")) input.checked ||= input.name === name && input.value === value;
  }
  for (const part of form.querySelectorAll("input, .decision__progress, .decision__again")) part.hidden = false;
  form.classList.add("decision--live");
  form.addEventListener("change", () => { show(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
};
typeof document$ === "undefined" ? decide() : document$.subscribe(decide);
