// Questions: what opens without this script becomes a form that tells whether an answer is right, and why. A prediction
// is kept, and shown where the text tells the answer. What is right, and each reason, stands in the page; the words of
// the form stand in it once. Paper shows what is there without this script. Bound once for each question.
{
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const made = (tag, attributes = {}, ...inner) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inner);
    return element;
  };
  const copied = (element) => [...element.cloneNode(true).childNodes];
  const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
  const same = (one, other) => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const told = (verdict, ...inner) => made("p", { class: "ask__verdict", "data-verdict": verdict }, ...inner);
  // The sign is the stylesheet's, the word is for who does not see it: a part of the name of what is in a label, and the
  // description of the buttons of a row that has none.
  let marks = 0;
  const mark = (row, verdict, words) => {
    const word = made("span", { class: "unseen", id: `verdict--${++marks}` }, ` ${words[verdict]}`);
    row.dataset.verdict = verdict;
    (row.querySelector("label") ?? row).append(word);
    for (const button of all("button", row)) button.setAttribute("aria-describedby", word.id);
  };
  const unmark = (row) => {
    delete row.dataset.verdict;
    row.querySelector(".unseen")?.remove();
    for (const button of all("button", row)) button.removeAttribute("aria-describedby");
  };

  const lineOf = (verdict, name, ...inner) => made("li", { "data-verdict": verdict }, made("em", {}, ...name), " ", ...inner);
  const reasons = (lines) => made("ul", { class: "ask__reasons" }, ...lines);

  const answerOf = (option) => option.dataset.part ?? ("others" in option.dataset ? "*" : text(option.querySelector("summary")));

  // One of the options, or several of them.
  const choice = (question, words) => {
    const options = all("details.ask__option", question);
    const several = question.dataset.kind === "some-of" || options.filter((option) => "right" in option.dataset).length > 1;
    const rows = options.map((option) => {
      const summary = option.querySelector("summary");
      const input = made("input", { type: several ? "checkbox" : "radio", name: question.dataset.question, value: answerOf(option) });
      input.checked = option.open;
      option.open = false;
      summary.addEventListener("click", (event) => { event.preventDefault(); input.click(); });
      const row = made("label", { class: "ask__option" }, input, ...copied(summary));
      return { option, input, row, right: "right" in option.dataset };
    });
    const chosen = () => rows.filter(({ input }) => input.checked);
    const reason = ({ option }) => copied(option.querySelector("p"));
    const line = ({ option }, verdict, ...inner) => lineOf(verdict, copied(option.querySelector("summary")), ...inner);
    return {
      parts: [...all(".ask__picture", question), made("div", { class: "ask__rows" }, ...rows.map(({ row }) => row))],
      given: () => chosen().length && chosen().map(({ input }) => input.value),
      take: (given) => {
        const found = rows.filter(({ input }) => given.includes(input.value));
        if (found.length !== given.length || (!several && found.length !== 1)) return false;
        for (const row of rows) row.input.checked = found.includes(row);
        return true;
      },
      focus: (stop) => (rows.find(({ option }) => option.contains(stop)) ?? chosen()[0] ?? rows[0]).input,
      check: (again) => {
        const missed = rows.filter(({ input, right }) => right && !input.checked);
        const right = chosen().every((row) => row.right) && (!missed.length || !several);
        for (const row of chosen()) mark(row.row, row.right ? "right" : "wrong", words);
        if (!several) return { right, told: [told(right ? "right" : "wrong", ...reason(chosen()[0]))] };
        if (again) for (const { row } of missed) mark(row, "missed", words);
        const lines = chosen().map((row) => line(row, row.right ? "right" : "wrong", ...reason(row)));
        if (again) lines.push(...missed.map((row) => line(row, "missed", made("strong", {}, words.missed), " ", ...reason(row).slice(1))));
        const verdict = told(right ? "right" : "wrong", made("strong", {}, right ? words.right : words.wrong), " ", missed.length ? words.more : "");
        return { right, told: [verdict, reasons(lines)] };
      },
      clear: () => rows.forEach(({ row }) => unmark(row)),
      reset: ({ right }) => { if (right || !several) for (const { input } of rows) input.checked = false; },
    };
  };

  // What an order and two columns have in common: each row is right or not. What is wrong gets a hint at the first try, and
  // at the next ones what would be right, and why.
  const sorted = (words, rows, judged, others) => ({
    check: (again) => {
      const found = rows().map((row, index) => ({ row, place: index, ...judged(row, index) }));
      for (const { row, right } of found) mark(row, right ? "right" : "wrong", words);
      const right = found.every((one) => one.right);
      const count = filled(words.count, { right: found.filter((one) => one.right).length, all: found.length });
      const verdict = told(right ? "right" : "wrong", made("strong", {}, right ? words.right : words.wrong), " ", right ? "" : count);
      if (again) found.sort((one, other) => one.place - other.place);
      const lines = found.map(({ right, given, hint, wanted, reason }) => {
        if (!right && !again) return lineOf("wrong", given, made("strong", {}, words.wrong), " ", hint);
        return lineOf(right ? "right" : "missed", wanted, made("strong", {}, right ? words.right : words.thus), " ", ...reason);
      });
      return { right, told: [verdict, reasons(lines)] };
    },
    clear: () => rows().forEach(unmark),
    ...others,
  });

  const order = (question, words, say) => {
    const answers = all(".ask__answer li", question);
    const wanted = answers.map((one) => text(one.firstElementChild));
    const items = all(".ask__given li", question).map((item) => {
      const buttons = [["up", "↑"], ["down", "↓"]].map(([way, sign]) =>
        made("button", { type: "button", "data-way": way, "aria-label": filled(words[way], { text: text(item) }) }, sign));
      return made("li", {}, made("span", {}, ...copied(item)), made("span", { class: "ask__moves" }, ...buttons));
    });
    const list = made("ol", { class: "ask__given" }, ...items);
    const answer = (item) => text(item.querySelector("span"));
    const put = (ordered) => {
      list.append(...ordered);
      for (const button of all("button", list)) button.ariaDisabled = !neighbour(button);
    };
    const neighbour = (button) => button.closest("li")[button.dataset.way === "up" ? "previousElementSibling" : "nextElementSibling"];
    list.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      const other = button && neighbour(button);
      if (!other) return;
      const item = button.closest("li");
      // The other one is put elsewhere: what has the focus keeps it.
      button.dataset.way === "up" ? item.after(other) : item.before(other);
      for (const one of all("button", list)) one.ariaDisabled = !neighbour(one);
      list.dispatchEvent(new Event("change", { bubbles: true }));
      say(filled(words.place, { text: answer(item), place: [...list.children].indexOf(item) + 1, all: items.length }));
    });
    const judged = (item, index) => {
      const place = wanted.indexOf(answer(item));
      const name = copied(answers[place].firstElementChild);
      const hint = index < place ? words.later : words.earlier;
      const reason = copied(answers[place]).slice(1);
      return { right: index === place, place, given: [`${index + 1}. `, ...name], hint, wanted: [`${place + 1}. `, ...name], reason };
    };
    put(items);
    return sorted(words, () => [...list.children], judged, {
      parts: [list],
      given: () => [...list.children].map(answer),
      take: (given) => {
        if (!same(given, items.map(answer))) return false;
        put(given.map((one) => items.find((item) => answer(item) === one)));
        return true;
      },
      focus: () => list.querySelector("button:not([aria-disabled=true])"),
      reset: ({ right }) => { if (right) put(items); },
    });
  };

  const match = (question, words) => {
    const pairs = new Map(all(".ask__answer dl > div", question).map((pair) => {
      const right = pair.querySelector("dd").cloneNode(true);
      const reason = right.removeChild(right.querySelector(".ask__reason"));
      return [text(pair.querySelector("dt")), { right, reason }];
    }));
    const second = question.querySelector(".ask__right").cloneNode(true);
    const texts = all("li", second).map(text);
    const rows = all(".ask__left li", question).map((left) => {
      const options = texts.map((one, index) => made("option", { value: one }, `${String.fromCharCode(65 + index)}. ${one}`));
      const select = made("select", {}, made("option", { value: "" }, words.choose), ...options);
      return made("li", {}, made("label", {}, made("span", {}, ...copied(left)), select));
    });
    const select = (row) => row.querySelector("select");
    const judged = (row) => {
      const left = row.querySelector("span");
      const { right, reason } = pairs.get(text(left));
      const name = () => [...copied(left), ": "];
      const { value } = select(row);
      return { right: value === text(right), given: [...name(), value], hint: words.elsewhere, wanted: [...name(), ...copied(right)], reason: copied(reason) };
    };
    return sorted(words, () => rows, judged, {
      first: words.each,
      parts: [made("ul", { class: "ask__left" }, ...rows), second],
      given: () => rows.every((row) => select(row).value) && rows.map((row) => select(row).value),
      take: (given) => {
        if (given.length !== rows.length || !given.every((one) => texts.includes(one))) return false;
        rows.forEach((row, index) => { select(row).value = given[index]; });
        return true;
      },
      focus: () => select(rows.find((row) => !select(row).value) ?? rows[0]),
      reset: ({ right }) => { if (right) for (const row of rows) select(row).value = ""; },
    });
  };

  // Where the text tells what was predicted, the reader's own answer stands beside it.
  const compare = () => {
    const { words } = globalThis;
    for (const block of words ? all("[data-predicted]") : []) {
      block.querySelector(".predicted__own")?.remove();
      const id = block.dataset.predicted;
      const question = all("[data-kind=predict]").find((one) => one.dataset.question === id);
      const given = memory.get("predictions", id)?.given;
      const option = question && all("details.ask__option", question).find((one) => answerOf(one) === given);
      if (!option) continue;
      const right = "right" in option.dataset;
      const reason = copied(option.querySelector("p"));
      block.prepend(made("div", { class: "predicted__own" }, made("p", {}, words.yours, " ", made("strong", {}, ...copied(option.querySelector("summary")))),
        told(right ? "right" : "wrong", ...(right ? reason.slice(0, 1) : reason))));
    }
  };

  const turn = (question, words) => {
    if ("bound" in question.dataset) return;
    const { kind, question: id } = question.dataset;
    const stop = question.contains(document.activeElement) && document.activeElement;
    const predicts = kind === "predict";
    const button = made("button", {}, predicts ? words.keep : words.check);
    const said = made("div", { class: "ask__said", role: "status" });
    const say = (...inner) => said.replaceChildren(...inner);
    const asked = ({ "in-order": order, match }[kind] ?? choice)(question, words, say);
    const how = question.querySelector(".ask__how").cloneNode(true);
    // Beside a picture, what is told stays in view with the button.
    const together = predicts || kind === "press";
    const foot = made("div", { class: "ask__foot" }, button, ...(together ? [said] : []));
    const form = made("form", { class: "ask__form" },
      made("fieldset", {}, made("legend", { class: "ask__text" }, ...copied(question.querySelector(".ask__text"))), how, ...asked.parts),
      foot, ...(together ? [] : [said]));
    let result = null, tries = 0;

    const tell = () => form.dispatchEvent(new CustomEvent("shown", { bubbles: true }));
    const show = () => {
      result = asked.check(tries++ > 0);
      say(...result.told, question.querySelector(".ask__why").cloneNode(true));
      button.textContent = result.right ? words.anew : words.again;
    };
    const clear = () => {
      result = null;
      button.textContent = words.check;
      asked.clear();
      say();
    };
    const again = () => {
      asked.reset(result);
      clear();
      asked.focus().focus();
    };
    const place = () => {
      const block = all("[data-predicted]").find((one) => one.dataset.predicted === id);
      if (!block) return question.querySelector(".ask__why a").href;
      block.id ||= `told--${id.split("/")[1]}`;
      block.tabIndex = -1; // The link takes the focus along.
      return `#${block.id}`;
    };
    const kept = () => {
      say(made("strong", {}, words.kept), " ", made("a", { href: place() }, words.comesBack));
      button.hidden = true;
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = asked.given();
      if (result) again();
      else if (!given) {
        say(asked.first ?? words.first);
        asked.focus().focus();
      } else if (predicts) {
        const right = all("[data-right]", question).some((option) => answerOf(option) === given[0]);
        memory.predicted(id, given[0], right);
        kept();
        compare();
        said.querySelector("a").focus();
      } else {
        show();
        memory.answered(id, given, result.right);
        said.scrollIntoView({ block: "nearest" });
      }
      tell();
    });
    form.addEventListener("change", () => {
      if (predicts) {
        button.hidden = false;
        say();
      } else if (result) clear();
      tell();
    });

    question.append(form);
    question.dataset.bound = "";
    // In the review a question is asked as if it were new.
    const known = question.closest("[data-review]") ? null : memory.get(predicts ? "predictions" : "answers", id)?.given;
    if (known && asked.take([known].flat())) predicts ? kept() : show();
    tell();
    if (stop) take(asked.focus(stop));
  };

  // The focus goes on where it was, and so does a press of the space bar, which ends when that is let go.
  const take = (control) => {
    const held = new AbortController();
    const { signal } = held;
    control.focus({ preventScroll: true });
    control.addEventListener("keydown", () => held.abort(), { signal });
    control.addEventListener("keyup", ({ key }) => {
      held.abort();
      if (key === " ") control.click();
    }, { signal });
  };

  // A press that began before this script came would lose its click if what it began on were gone: it is done again.
  const waiting = new WeakSet();
  const free = (question, then) => {
    if (waiting.has(question)) return;
    if (!question.matches(":active")) return then();
    waiting.add(question);
    let pressed = null;
    const hold = (event) => {
      event.preventDefault();
      pressed = event.target;
    };
    const look = () => {
      if (question.matches(":active")) return setTimeout(look, 50);
      question.removeEventListener("click", hold);
      then();
      pressed?.click();
    };
    question.addEventListener("click", hold);
    look();
  };

  // Not before everything is there: the stylesheet for what this adds comes with the scripts.
  const bind = () => {
    const { words } = globalThis;
    if (!words || !document.documentElement.classList.contains("ready")) return;
    for (const question of all(".ask")) free(question, () => turn(question, words));
    compare();
  };
  document.addEventListener("remembered", compare);
  document$.subscribe(bind);
}
