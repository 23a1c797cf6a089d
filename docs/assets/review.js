// The review: of all questions on the page, one at a time of those that are due, and when the next one is. Which are due
// says the memory; the answer is given in the question itself. Without this script all questions are there. Bound once
// for each page.
{
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  // English without a country would be that of the United States; the words of the interface are British.
  const dayOf = (day) => new Date(day).toLocaleDateString(document.documentElement.lang.replace(/^en$/, "en-GB"), {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });

  const bind = () => {
    const review = document.querySelector("[data-review]");
    // Before all is there, a question would be shown without its form and its styles, and move what is below.
    const isReady = document.documentElement.classList.contains("ready");
    if (!review || !isReady || review.dataset.bound !== undefined) return;
    review.dataset.bound = "";
    const words = JSON.parse(review.dataset.review);
    const questions = new Map([...review.querySelectorAll("[data-question]")].map((one) => [one.dataset.question, one]));
    const ids = [...questions.keys()];
    const [said, turn] = [".review__said", ".review__turn"].map((part) => review.querySelector(part));
    const coming = turn.nextElementSibling;
    let queue = [], now = null, before = "";

    const answerTo = (id) => JSON.stringify(memory.get("answers", id) ?? null);
    const missed = () => ids.filter((id) => memory.get("answers", id)?.right === false);
    const button = (text, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      made.addEventListener("click", act);
      return made;
    };
    const tell = (...lines) => { said.textContent = [...lines, memory.stored() ? "" : words.lost].filter(Boolean).join(" "); };

    const only = (id) => {
      for (const [one, question] of questions) question.toggleAttribute("data-now", one === id);
      now = id;
      before = id && answerTo(id);
      coming.replaceChildren();
    };
    const everything = () => {
      const whole = review.toggleAttribute("data-whole");
      only(null);
      whole ? turn.replaceChildren(button(words.one, everything)) : start();
      turn.querySelector("button")?.focus();
    };
    const rest = () => {
      only(null);
      const skipped = memory.due(ids);
      const later = ids.filter((id) => memory.get("answers", id) && !skipped.includes(id));
      const days = later.map((id) => memory.dueOn(id)).sort();
      if (skipped.length) tell(filled(words.skipped, { count: skipped.length }));
      else tell(days.length ? filled(words.nothing, { day: dayOf(days[0]) }) : words.none);
      coming.replaceChildren(...[...new Set(days)].map((day) => Object.assign(document.createElement("li"), {
        textContent: filled(words.coming, { day: dayOf(day), count: days.filter((one) => one === day).length }),
      })));
      const count = missed().length;
      turn.replaceChildren(
        ...(skipped.length ? [button(words.ask, () => begin(memory.due(ids), true))] : []),
        ...(count ? [button(`${words.missed} (${count})`, () => begin(missed(), true))] : []),
        button(words.all, everything),
      );
    };
    const next = (moves) => {
      only(queue.shift() ?? null);
      if (!now) rest();
      else {
        tell(filled(words.left, { count: queue.length + 1 }));
        turn.replaceChildren(button(words.next, () => next(true)), button(words.all, everything));
      }
      if (!moves) return;
      const place = now ? questions.get(now) : turn.querySelector("button");
      place.tabIndex = now ? -1 : 0;
      place.focus({ preventScroll: true });
      // Of what is higher than the window, a browser shows any part.
      const top = now ? place : said;
      top.scrollIntoView({ block: top.offsetHeight < innerHeight / 2 ? "nearest" : "start" });
    };
    const begin = (found, moves) => {
      queue = [...found];
      next(moves);
    };
    const start = () => begin(memory.due(ids), false);

    // The last answer counts: who tries again hears of it again.
    document.addEventListener("remembered", () => {
      if (!review.isConnected || !now || answerTo(now) === before) return;
      before = answerTo(now);
      const left = queue.length ? filled(words.left, { count: queue.length }) : "";
      if (memory.get("answers", now)) tell(filled(words.again, { day: dayOf(memory.dueOn(now)) }), left);
    });
    start();
  };

  document.addEventListener("remembered", bind);
  document$.subscribe(bind);
}
