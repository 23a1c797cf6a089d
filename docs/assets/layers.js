// Layers: which blocks are new when a layer changes, and the sums, counted as macros/interactive/rebuilding.py does.
{
  const NEW = "dg-box dg-tone--amber";
  const KEPT = "dg-group dg-tone--plain";
  const all = (selector, from) => [...from.querySelectorAll(selector)];

  operate("layers", (figure, { form }) => {
    const { layers, units, words } = JSON.parse(form.dataset.layers);
    const shown = (value) => {
      const [factor, unit] = units.findLast(([one]) => one <= value * 1.000000001) ?? units[0];
      const digits = Number((value / factor).toPrecision(3));
      return `${digits.toLocaleString(document.documentElement.lang || "en", { maximumSignificantDigits: 10 })} ${unit}`;
    };

    return ({ changes, stacks }) => {
      const count = Number(stacks);
      const changed = layers.findIndex(([id]) => id === changes); // -1 for a first build: all is new.
      const isShared = changed < 0 || layers[changed][1];
      const isOne = count > 1 && !isShared;
      const sums = { built: 0, layers: 0, sent: 0, stored: 0 };
      for (const group of all("[data-setting]", figure)) group.toggleAttribute("data-current", group.dataset.setting === stacks);
      const drawing = figure.querySelector("[data-current] svg");
      for (const [index, [id, shared, fetched, sent, stored]] of layers.entries()) {
        const copies = shared ? 1 : count;
        const renewed = index < changed ? 0 : Math.min(copies, isShared ? count : 1);
        sums.sent += renewed * sent;
        sums.stored += renewed * stored;
        if (!fetched) sums.built += renewed;
        if (!fetched) sums.layers += copies;
        const floor = drawing.querySelector(`[data-layer="${id}"]`);
        floor.querySelector("[data-changed]").textContent = index === changed ? (isOne ? words.one : words.changed) : "";
        for (const [place, block] of all("rect", floor).entries()) {
          const said = place >= renewed ? words.kept : fetched ? words.fetched : words.new;
          block.setAttribute("class", place < renewed ? NEW : KEPT);
          block.nextElementSibling.textContent = copies === 1 ? said : said[0];
        }
      }
      const told = { built: words.of.replace("{built}", sums.built).replace("{layers}", sums.layers), sent: shown(sums.sent), stored: shown(sums.stored) };
      for (const [key, text] of Object.entries(told)) drawing.querySelector(`[data-sum=${key}]`).textContent = text;
      const [what, many] = all("legend", form).map((legend) => legend.textContent);
      const choice = form.querySelector("[name=changes]:checked").nextElementSibling.textContent;
      const said = [`${what}: ${choice}${isOne ? ` (${words.one})` : ""}`, ...Object.entries(told).map(([key, text]) => `${words[key]}: ${text}`)].join(". ");
      drawing.querySelector("title").textContent = said;
      return `${many}: ${stacks}. ${said}.`;
    };
  });
}
