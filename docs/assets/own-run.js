// The reader's own run beside those of the page: a file or a text is checked against the form of a run, which the page
// brings, and what is right is drawn into the charts and listed. Nothing leaves the page, and nothing is kept.
// What the charts are made of is told in macros/chart/rows.py. Bound once for each page that is swapped in.
{
  const MOST = 1e6, GREATEST = 1e18, TOLD = 12;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const made = (tag, attributes = {}, ...inner) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inner);
    return element;
  };
  const is = {
    text: (value) => typeof value === "string",
    number: (value) => typeof value === "number" && value >= 0 && value <= GREATEST,
    truth: (value) => typeof value === "boolean",
    list: Array.isArray,
    fields: (value) => typeof value === "object" && value && !Array.isArray(value),
  };
  const close = (one, other) => Math.abs(one - other) <= 1e-5 * Math.max(one, other);
  const inDigits = (value) => Number(value.toPrecision(3)).toLocaleString(document.documentElement.lang || "en", { maximumSignificantDigits: 10 });
  const shown = (value, units) => {
    const [factor, unit] = units.findLast(([one]) => one <= value * 1.000000001) ?? units[0];
    return `${inDigits(value / factor)} ${unit}`.trim();
  };

  // Reads a run by its form, and remembers every fault; what is faulty is left out.
  const reader = (form, words) => {
    const faults = [];
    const fault = (path, word, value = "") => {
      faults.push(`${path}: ${words[word].replace("{value}", () => String(value).slice(0, 60))}`);
      return null;
    };
    const right = (value, kind, path) => (is[kind](value) ? value : fault(path, value === undefined ? "missing" : kind));
    const amount = (value, path, spread) => {
      if (!spread) return right(value, "number", path) === null ? null : [value, value, value];
      if (!right(value, "fields", path)) return null;
      const values = right(value.values, "list", `${path}.values`);
      if (!values) return null;
      if (!values.length || !values.every(is.number)) return fault(`${path}.values`, "number");
      const sorted = [...values].sort((one, other) => one - other);
      const half = sorted.length / 2;
      const median = (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
      const found = [["minimum", sorted[0]], ["median", median], ["maximum", sorted.at(-1)]];
      for (const [name, told] of found) {
        if (right(value[name], "number", `${path}.${name}`) === null) return null;
        if (!close(value[name], told)) return fault(`${path}.${name}`, "values");
      }
      return found.map(([, told]) => told);
    };
    // Returns what a field says: words, amounts by their counts, or nothing.
    const field = (values, key, { holds, each, says }, path) => {
      let value = values;
      for (const step of key.split(".")) value = value?.[step];
      path += `.${key}`;
      if (value === null) return null;
      if (holds === "number" || holds === "spread") {
        const one = amount(value, path, holds === "spread");
        return one && [[0, one]];
      }
      if (holds === "numbers" || holds === "spreads") {
        return right(value, "list", path)?.map((item, index) => {
          const here = `${path}[${index}]`;
          if (!right(item, "fields", here) || right(item.count, "number", `${here}.count`) === null) return null;
          const one = item[each] === null ? null : amount(item[each], `${here}.${each}`, holds === "spreads");
          return one && [item.count, one];
        }).filter(Boolean);
      }
      if (holds === "texts") return right(value, "list", path)?.filter(is.text).join("; ");
      if (right(value, holds, path) === null) return null;
      return new Map(Object.entries(says)).get(String(value)) ?? (holds === "truth" ? words[value] : value);
    };
    const fields = (values, known, path) => {
      const found = new Map();
      for (const [key, one] of Object.entries(known)) found.set(key, field(values, key, one, path));
      return found;
    };
    const run = (text) => {
      let value;
      try { value = JSON.parse(text); } catch { return fault(words.file, "json"); }
      if (!is.fields(value) || !("schema" in value)) return fault(words.file, "run");
      if (value.schema !== form.version) return fault("schema", value.schema > form.version ? "newer" : "older", value.schema);
      const found = { machine: new Map(), ways: new Map(), date: right(value.date, "text", "date") };
      if (right(value.machine, "fields", "machine")) found.machine = fields(value.machine, form.machine, "machine");
      for (const [index, result] of (right(value.results, "list", "results") ?? []).slice(0, 50).entries()) {
        const path = `results[${index}]`;
        if (!right(result, "fields", path)) continue;
        if (!form.ways.some(([id]) => id === result.kind)) fault(`${path}.kind`, "way", result.kind);
        else found.ways.set(result.kind, fields(result, form.results, path));
      }
      return found;
    };
    return { run, faults };
  };

  // Puts the rows of a drawing under each other, and all marks on one axis that holds them.
  const stack = (svg, units) => {
    const seen = (selector, from) => all(selector, from).filter((one) => one.getAttribute("display") !== "none");
    const move = (element, y) => element.setAttribute("transform", `translate(0 ${y})`);
    const body = svg.querySelector("[data-stack]"), grid = svg.querySelector("[data-grid]");
    const [left, right, top] = grid.dataset.grid.split(" ").map(Number);
    const above = Number(body.dataset.stack) + seen("[data-legend]", svg).reduce((sum, one) => sum + Number(one.dataset.height), 0);
    const rows = seen("[data-row]", svg).map((row) => [row, row.dataset.row.split(" ").map(Number)]);
    const low = Math.floor(Math.log10(Math.min(...rows.map(([, [least]]) => least))));
    const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...rows.map(([, [, , most]]) => most)))));
    const x = (value) => (left + (Math.log10(value) - low) / (high - low) * (right - left)).toFixed(2);
    let bottom = top + 20;
    const wide = left > 100, axes = [top], strips = [];
    move(body, above);
    for (const lane of all("[data-lane]", svg)) {
      const inside = rows.filter(([row]) => row.parentNode === lane);
      inside.length ? lane.removeAttribute("display") : lane.setAttribute("display", "none");
      if (!inside.length) continue;
      if (bottom - axes.at(-1) > 400) {
        axes.push(bottom + 10);
        bottom += 30;
      }
      let height = Number(lane.dataset.height);
      move(lane, bottom);
      for (const [row, [least, middle, most, y]] of inside) {
        const [reach, mark] = all("path", row);
        move(row, height);
        reach.setAttribute("d", `M${x(least)} ${y}H${x(most)}`);
        mark.setAttribute("transform", `translate(${x(middle)} ${y})`);
        strips.push([bottom + height + y - 6, bottom + height + y + 6]);
        height += Number(row.dataset.height);
      }
      bottom += height;
    }
    const [line, name] = ["path", "text"].map((tag) => grid.querySelector(tag));
    const spans = axes.map((axis, index) => [axis + 20, wide ? axes[index + 1] ?? bottom + 5 : axis + 26]);
    if (!wide) spans.push(...strips);
    const powers = Array.from({ length: high - low + 1 }, (_, index) => shown(10 ** (low + index), units));
    // As wide as the widest letters of a number: names never touch, whatever the font.
    const step = Math.ceil((high - low) * (10 + Math.max(...powers.map(({ length }) => 11 * length))) / (right - left));
    const parts = [];
    for (const [index, text] of powers.entries()) {
      const place = Number(x(10 ** (low + index))), half = 4.8 * text.length;
      const copy = line.cloneNode();
      copy.setAttribute("d", spans.map(([from, to]) => `M${place.toFixed(2)} ${from}V${to}`).join(""));
      parts.push(copy);
      for (const y of index % step ? [] : [...axes, bottom + 5]) {
        const copy = name.cloneNode();
        copy.textContent = text;
        copy.setAttribute("x", Math.min(Math.max(place - half, 0), right + 24 - 2 * half));
        copy.setAttribute("y", y + 15.25);
        parts.push(copy);
      }
    }
    grid.replaceChildren(...parts);
    svg.setAttribute("viewBox", svg.getAttribute("viewBox").replace(/[\d.]+$/, above + bottom + 27));
  };

  // A drawing as a file: with the colours that it has now, and without what is not shown.
  const file = (svg) => {
    const copy = svg.cloneNode(true);
    const [, , width, height] = svg.getAttribute("viewBox").split(" ");
    const parts = all("*", copy);
    for (const [index, part] of all("*", svg).entries()) {
      const style = getComputedStyle(part);
      for (const name of ["fill", "stroke", "stroke-width", "paint-order", "stroke-linejoin", "font-family", "font-size", "font-weight", "text-anchor"]) {
        parts[index].setAttribute(name, style.getPropertyValue(name));
      }
    }
    for (const part of all("[display]", copy)) part.remove();
    const ground = document.createElementNS(svg.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ x: -1, y: -1, width, height, fill: getComputedStyle(document.body).backgroundColor })) {
      ground.setAttribute(name, value);
    }
    copy.prepend(ground);
    for (const [name, value] of [["width", width], ["height", height]]) copy.setAttribute(name, value);
    return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  };

  const bind = () => {
    const own = document.querySelector("[data-own-run]");
    if (!own || own.dataset.bound) return;
    own.dataset.bound = "";
    const { form, words } = JSON.parse(own.dataset.ownRun);
    const [input, pasted, said, list, place] = ["input", "textarea", "[role=status]", "[data-faults]", "[data-shown]"].map((part) => own.querySelector(part));
    const charts = all("[data-measured]").filter((figure) => figure.querySelector("svg"));

    const told = (way) => form.told.map((key) => way.get(key)).filter(Boolean).join(", ");

    const draw = (ways) => {
      let drawn = 0;
      for (const figure of charts) {
        const key = figure.dataset.measured, { units } = form.results[key];
        let some = false;
        for (const svg of all("svg", figure)) {
          for (const row of all("[data-own]", svg)) {
            const way = ways.get(row.parentNode.dataset.lane);
            const [, amount] = way?.get(key)?.find(([count]) => count === Number(row.dataset.own)) ?? [];
            const texts = all("text", row);
            texts[0].dataset.label ??= texts[0].textContent;
            amount?.[0] > 0 ? row.removeAttribute("display") : row.setAttribute("display", "none");
            if (!(amount?.[0] > 0)) continue;
            some = true;
            row.dataset.row = [...amount, row.dataset.row.split(" ")[3]].join(" ");
            const number = shown(amount[1], units), more = Number(row.dataset.own) ? "" : told(way);
            const fits = 10 * `${more} ${number}`.length < Number(texts.at(-1).getAttribute("x"));
            texts[0].textContent = (fits && more) || texts[0].dataset.label;
            texts.at(-1).textContent = number;
          }
          const legend = svg.querySelector("[data-legend]");
          some ? legend.removeAttribute("display") : legend.setAttribute("display", "none");
          stack(svg, units);
        }
        figure.querySelector("[data-own-file]")?.remove();
        if (!some) continue;
        drawn++;
        const link = made("a", { href: "#", download: `${key}.svg`, "data-own-file": "" }, words.save);
        link.addEventListener("click", () => { link.href = URL.createObjectURL(file(figure.querySelector("svg"))); });
        figure.querySelector(".take-away").append(link);
      }
      return drawn;
    };

    const cell = (amount, units) => {
      const [least, middle, most] = amount.map((value) => shown(value, units));
      const reach = made("span", { class: "measured__reach" }, words.reach.replace("{least}", least).replace("{most}", most));
      return made("span", {}, middle, ...(amount[0] < amount[2] ? [" ", reach] : []));
    };
    const table = ({ title, fields }, ways) => {
      const found = form.ways.filter(([id]) => ways.has(id));
      const columns = fields.flatMap((key) => {
        const { name, counted } = form.results[key];
        if (!counted) return [[key, 0, name]];
        const counts = new Set(found.flatMap(([id]) => (ways.get(id).get(key) ?? []).map(([count]) => count)));
        return [...counts].sort((one, other) => one - other).map((count) => [key, count, `${count} ${counted}`]);
      });
      const head = made("tr", {}, ...[words.what, ...columns.map(([, , name]) => name)].map((name) => made("th", { scope: "col" }, name)));
      const rows = found.map(([id, name]) => made("tr", {}, made("th", { scope: "row" }, name), ...columns.map(([key, count, label]) => {
        const value = ways.get(id).get(key);
        const amount = is.list(value) && value.find(([one]) => one === count)?.[1];
        const text = amount ? cell(amount, form.results[key].units) : made("span", {}, (is.text(value) && value) || "\u2013");
        return made("td", {}, made("span", { class: "comparison__subject" }, label), text);
      })));
      return made("details", { class: "measured__more" }, made("summary", {}, title), made("div", { class: "comparison" },
        made("table", { class: "comparison__table measured__table" }, made("caption", {}, made("span", { class: "unseen" }, title)), made("thead", {}, head), made("tbody", {}, ...rows))));
    };

    const tell = (faults, text) => {
      const more = faults.length - TOLD;
      list.replaceChildren(...faults.slice(0, TOLD).map((line) => made("li", {}, line)), ...(more > 0 ? [made("li", {}, words.more.replace("{count}", more))] : []));
      said.textContent = text;
    };

    // Other pictures of the page take it from here.
    const give = (ways) => {
      own.run = ways && { ways, shown: (key, value) => shown(value, form.results[key].units) };
      own.dispatchEvent(new CustomEvent("run", { bubbles: true }));
    };

    const show = (text) => {
      const { run, faults } = reader(form, words);
      const found = run(text);
      const drawn = draw(found?.ways ?? new Map());
      give(found?.ways);
      place.hidden = !found;
      if (!found) return tell(faults, words.none);
      const facts = Object.entries(form.machine).map(([key, { name, units }]) => {
        const value = found.machine.get(key);
        const fact = is.list(value) ? shown(value[0][1][1], units) : value || "\u2013";
        return made("div", {}, made("dt", {}, name), made("dd", {}, fact));
      });
      place.querySelector("[data-tables]").replaceChildren(
        made("dl", { class: "measured__facts" }, ...facts), ...form.tables.map((one) => table(one, found.ways)));
      tell(faults, words.done.replace("{count}", drawn) + (faults.length ? ` ${words.faults}` : ""));
    };

    const read = async (chosen) => {
      if (!chosen) return;
      if (chosen.size > MOST) return tell([`${words.file}: ${words.large}`], words.none);
      show(await chosen.text());
    };

    input.addEventListener("change", () => read(input.files[0]));
    own.addEventListener("click", ({ target }) => {
      const wanted = target.closest("[data-do]")?.dataset.do;
      if (wanted === "show") read(new Blob([pasted.value]));
      if (wanted === "print") print();
      if (wanted === "remove") {
        draw(new Map());
        give();
        input.value = pasted.value = "";
        place.hidden = true;
        tell([], words.removed);
        input.focus();
      }
    });
    own.addEventListener("dragover", (event) => { event.preventDefault(); own.dataset.over = ""; });
    own.addEventListener("dragleave", () => delete own.dataset.over);
    own.addEventListener("drop", (event) => {
      event.preventDefault();
      delete own.dataset.over;
      read(event.dataTransfer.files[0] ?? new Blob([event.dataTransfer.getData("text")]));
    });
    read(input.files[0]);
  };

  document$.subscribe(bind);
}
