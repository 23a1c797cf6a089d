// Capacity: how many fit, with what the reader sets. The sums and the lines are those of macros/interactive/fitting.py
// and fill.py; what the reader has changed is marked.
{
  const WIDE = 1000, BOX = 36, MOST_ROWS = 5, USUAL = 500, CELL = 8, GAP = 0.12, WIDEST_GAP = 4, NEARLY = 1e-9;
  const all = (selector, from) => [...from.querySelectorAll(selector)];
  // A text that changes is laid out in a moment; one that takes the place of another has all styles worked out again.
  const write = ({ firstChild }, text) => { if (firstChild.data !== text) firstChild.data = text; };
  const told = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumSignificantDigits: 10 }).format;
  const lines = (count, places, keptShare, eachShare, addedShare) => {
    const each = eachShare * WIDE, kept = keptShare * WIDE;
    const rows = Math.min(MOST_ROWS, Math.max(1, Math.floor(Math.sqrt(BOX / (eachShare * USUAL)))));
    const wide = Math.min(rows * each, (WIDE - kept) / (Math.ceil(places / rows) || 1)), high = BOX / rows;
    const gap = wide >= CELL ? Math.min(wide * GAP, WIDEST_GAP) : 0;
    const added = addedShare ? Math.min(high - 1, Math.max(addedShare * (high - 1), 1)) : 0;
    const needed = high - 1 - added;
    const line = (offset, thick) => {
      let d = "";
      for (let row = 0; row < Math.min(rows, count); row += 1) {
        d += `M${kept.toFixed(1)} ${(row * high + offset).toFixed(1)}H${(kept + Math.ceil((count - row) / rows) * wide - gap).toFixed(1)}`;
      }
      return { d, "stroke-width": thick.toFixed(1), "stroke-dasharray": gap ? `${(wide - gap).toFixed(2)} ${gap.toFixed(2)}` : "none" };
    };
    return [line(needed / 2, needed), line(needed + added / 2, added)];
  };

  // What the sums rest on can be set as well: each of its lines becomes a control.
  const settable = (line, own) => {
    const [key, min, max, step, value, factor, unit] = line.dataset.set.split("|");
    const name = `${line.closest("fieldset").dataset.resource ?? "limits"}.${key}`;
    const label = document.createElement("label");
    const input = document.createElement("input");
    for (const [is, given] of Object.entries({ type: "number", name, min, max, step, value, "data-factor": factor, "data-unit": unit })) input.setAttribute(is, given);
    label.append(line.firstElementChild, input);
    label.firstElementChild.append(own.cloneNode(true));
    const range = Object.assign(document.createElement("span"), { className: "capacity__range", textContent: `; ${told(Number(min))}\u2013${told(Number(max))}` });
    line.lastElementChild.append(range);
    line.prepend(label, /^\w+$/.test(unit) ? unit : "");
    line.className = "capacity__row";
    // By a mark: whether a row has something invalid would be asked of the page with each step of a slider.
    input.addEventListener("input", () => line.toggleAttribute("data-out", !input.validity.valid));
  };

  const prepare = (figure) => {
    for (const line of all("[data-set]", figure)) settable(line, figure.querySelector(".capacity__own"));
    const form = figure.querySelector("form");
    form.lastElementChild.className = "capacity__rests";
    form.querySelector("summary").textContent = form.dataset.rests;
  };

  operate("capacity", (figure, { form }) => {
    const amounts = {};
    const take = ({ name, value: set, dataset: { factor, unit } }) => {
      const value = Number(set);
      amounts[name] = { set, value, base: value * factor, shown: told(value) + (unit && `\u00a0${unit}`) };
    };
    const of = (resource, way) => {
      const [has, kept, needs, adds] = ["has", "kept", "needs", `adds.${way}`].map((key) => amounts[`${resource}.${key}`]);
      const each = needs.base + (adds?.base ?? 0);
      const count = Math.max(0, Math.floor((has.base - (kept?.base ?? 0)) / each + NEARLY));
      const left = kept ? `(${has.shown} \u2212 ${kept.shown})` : has.shown;
      const formula = `${left} ÷ ${adds ? `(${needs.shown} + ${adds.shown})` : needs.shown} = ${told(count)}`;
      return { count, formula, shares: [Math.min(1, (kept?.base ?? 0) / has.base), each / has.base, (adds?.base ?? 0) / each] };
    };
    const resources = all("[data-resource]", form);
    const title = figure.querySelector("svg.dg title");
    const controls = all("[data-factor]", form);
    const ways = all("[data-way]", form).map((item) => {
      const { way } = item.dataset;
      const box = figure.querySelector(`[data-box="${way}"]`);
      const limits = all(`[data-limits~="${way}"]`, form).map((part) => [part, part.querySelector("input").name]);
      return { way, item, limits, called: box.firstElementChild.textContent, value: box.querySelector(".dg-text--value"), drawn: all("path", box) };
    });

    return () => {
      for (const row of all("[data-out]", form)) row.removeAttribute("data-out");
      for (const control of controls) {
        if (amounts[control.name]?.set === control.value) continue; // A slider that moves changes one of them.
        take(control);
        control.closest(".capacity__main, .capacity__row").toggleAttribute("data-yours", control.value !== control.defaultValue);
        if (control.type === "range") {
          control.ariaValueText = amounts[control.name].shown;
          write(control.previousElementSibling.querySelector("b"), control.ariaValueText);
        }
      }
      const counted = ways.map(({ way, item, limits, called, value, drawn: [kept, ...cells] }) => {
        const sums = resources.map((part) => ({ ...of(part.dataset.resource, way), part }));
        for (const [part, name] of limits) {
          const count = Math.floor(amounts[name].value);
          sums.push({ count, formula: told(count), part });
        }
        const [first] = sums;
        const least = sums.reduce((one, other) => (other.count < one.count ? other : one));
        const words = { way: called, count: told(least.count), ends: least.part.dataset.ends };
        write(item.firstElementChild, form.dataset.then.replace(/{(\w+)}/g, (_, key) => words[key]));
        write(item.lastElementChild, first.formula + (least === first ? "" : `; ${least.part.querySelector("legend, label span").firstChild.data}: ${least.formula}`));
        kept.setAttribute("d", `M0 ${BOX / 2}H${(first.shares[0] * WIDE).toFixed(1)}`);
        for (const [index, line] of lines(least.count, first.count, ...first.shares).entries()) {
          for (const [name, is] of Object.entries(line)) cells[index].setAttribute(name, is);
        }
        write(value, words.count);
        return `${called} ${words.count}`;
      });
      const said = counted.join(", ");
      write(title, said);
      return said;
    };
  }, prepare);
}
