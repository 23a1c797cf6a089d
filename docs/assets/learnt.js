// What pages say of the reader's own answers: which objectives are shown to be met, what was missed, how predictions
// turned out; and what is remembered, which can be saved, taken from a file and forgotten. Bound once for each page.
{
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const SIGNS = { shown: "✓", again: "↻", untried: "–" };
  const MOST = 1000000;

  const showObjectives = () => {
    const list = document.querySelector("[data-objectives]");
    if (!list) return;
    const words = JSON.parse(list.dataset.objectives), answers = memory.all("answers");
    for (const objective of all("[data-tests]", list)) {
      const ids = objective.dataset.tests.split(" ").filter(Boolean);
      const again = ids.find((id) => answers[id]?.right === false), untried = ids.find((id) => !answers[id]);
      const state = again ? "again" : untried || !ids.length ? "untried" : "shown";
      const place = objective.querySelector(".objectives__state");
      const lesson = objective.closest("ul").parentElement.querySelector("a").href;
      const question = again ?? untried;
      const text = Object.assign(document.createElement(question ? "a" : "span"), { textContent: words[state] });
      if (question) text.href = `${lesson}#ask--${question.split("/")[1]}`;
      place.dataset.state = state;
      place.replaceChildren(`${SIGNS[state]} `, text);
    }
  };

  const showMissed = () => {
    const list = document.querySelector("[data-missed]");
    if (!list) return;
    const words = JSON.parse(list.dataset.missed), answers = memory.all("answers"), guesses = memory.all("predictions");
    const questions = all("[data-question-of]", list);
    const missed = questions.filter((one) => answers[one.dataset.questionOf]?.right === false);
    const untried = questions.filter((one) => !answers[one.dataset.questionOf]).length;
    for (const one of questions) one.toggleAttribute("data-now", missed.includes(one));
    const state = missed.length ? "some" : !untried ? "none" : untried < questions.length ? "few" : "nothing";
    list.querySelector(".missed__said").textContent = filled(words[state], { count: missed.length || untried });
    for (const one of all("[data-prediction-of]", list)) {
      const guess = guesses[one.dataset.predictionOf];
      const sign = guess?.right ? SIGNS.shown : "✗";
      one.querySelector(".missed__guess").textContent = guess ? `${sign} ${filled(words.predicted, { answer: guess.given })}` : "";
    }
  };

  const showHeld = () => {
    const place = document.querySelector("[data-memory]");
    if (!place) return;
    const { known, words } = JSON.parse(place.dataset.memory);
    // Some may be of a lesson or a question that the course no longer has.
    const held = (part) => known[part].split(" ").filter((key) => key in memory.all(part)).length;
    const [read, answers, predictions] = ["read", "answers", "predictions"].map(held);
    const told = read + answers + predictions ? filled(words.some, { read, answers, predictions }) : words.none;
    place.querySelector("[data-held]").textContent = memory.stored() ? told : `${told} ${words.lost}`;
  };

  const bindMemory = (place) => {
    const { words } = JSON.parse(place.dataset.memory);
    const [said, sure, input, ask] = [".memory__said", ".memory__sure", "input", "[data-do=ask]"].map((part) => place.querySelector(part));
    const tell = (text) => { said.textContent = text; };
    const confirm = (open) => {
      sure.hidden = !open;
      ask.setAttribute("aria-expanded", open);
      (open ? sure.querySelector("[data-do=keep]") : ask).focus();
    };
    const acts = {
      save: () => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([memory.text()], { type: "application/json" }));
        link.download = words.file;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        tell(words.saved);
      },
      ask: () => confirm(sure.hidden),
      keep: () => confirm(false),
      forget: () => {
        memory.forget();
        confirm(false);
        tell(words.forgotten);
      },
    };
    place.addEventListener("click", ({ target }) => acts[target.closest("[data-do]")?.dataset.do]?.());
    place.addEventListener("keydown", ({ key }) => { if (key === "Escape" && !sure.hidden) confirm(false); });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const result = memory.take(file.size > MOST ? "" : await file.text());
      tell(["taken", "ignored"].filter((name) => result[name]).map((name) => filled(words[name], result)).join(" "));
      if (!result.taken) tell(words.unreadable);
      input.value = "";
    });
  };

  const show = () => {
    showObjectives();
    showMissed();
    showHeld();
  };
  const bind = () => {
    if (!globalThis.memory) return; // This file may come before those that are put together.
    for (const place of all("[data-memory]:not([data-bound])")) {
      place.dataset.bound = "";
      bindMemory(place);
    }
    for (const today of all("[data-today]")) today.textContent = memory.today();
    show();
  };
  addEventListener("click", ({ target }) => { if (target.closest("[data-print]")) print(); });
  document.addEventListener("remembered", bind);
  document$.subscribe(bind);
}
