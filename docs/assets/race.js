// The race: the lanes of a setting run in the time that they took, when the reader starts them. What takes long runs
// ten times faster, or a hundred, and the button says so. Without motion, and without this script, the bars stand.
{
  const OWN = "mine"; // The setting of the reader's own run.
  const LONGEST = 30; // Seconds that anybody watches.
  const all = (selector, from) => [...from.querySelectorAll(selector)];
  const laneOf = (group) => {
    const [name, amount] = all("text", group);
    const passes = (group.dataset.passes?.split("|") ?? []).map((one) => [parseFloat(one), one.slice(one.indexOf(" ") + 1)]);
    const run = group.querySelector(".dg-run");
    const [factor, unit] = group.dataset.unit?.split("|") ?? [1, "s"];
    return { factor, unit, name: name.textContent, amount, shown: amount.textContent, passes, run, width: run.getAttribute("width"), end: Number(group.dataset.end) };
  };

  operate("race", (figure, { say, form }) => {
    const button = figure.querySelector(".race__start");
    const words = button.dataset;
    let running = 0;
    let stop = () => {};

    const current = () => figure.querySelector("[data-setting][data-current]");
    const lanes = () => all("g[data-end]", current()).map(laneOf);
    const speed = (longest) => [1, 10, 100].find((times) => longest / times <= LONGEST) ?? 1000;

    const race = () => {
      stop();
      const started = lanes();
      const longest = Math.max(...started.map((lane) => lane.end));
      const times = longest > 10 ? Math.max(10, speed(longest)) : 1;
      const began = performance.now();
      const place = (lane, seconds) => {
        const now = Math.min(seconds, lane.end);
        lane.run.setAttribute("width", `${(100 * now) / longest}%`);
        const passed = lane.passes.filter(([moment]) => moment <= seconds).pop()?.[1];
        // A text that takes the place of another would have styles worked out again.
        lane.amount.firstChild.data = seconds >= lane.end ? lane.shown : [passed, `${(now / lane.factor).toFixed(1)} ${lane.unit}`].filter(Boolean).join(": ");
      };
      stop = () => {
        cancelAnimationFrame(running);
        for (const lane of started) place(lane, Infinity);
        for (const lane of started) lane.run.setAttribute("width", lane.width);
        stop = () => {};
      };
      const frame = (time) => {
        const seconds = (Math.max(0, time - began) / 1000) * times;
        for (const lane of started) place(lane, seconds);
        if (seconds < longest) {
          running = requestAnimationFrame(frame);
          return;
        }
        stop();
        const order = [...started].sort((one, other) => one.end - other.end);
        say(words.first.replace("{lanes}", order.map((lane) => `${lane.name} ${lane.shown}`).join(", ")));
      };
      running = requestAnimationFrame(frame);
    };
    button.addEventListener("click", race);

    // The reader's own run, on a page that reads one: the lanes of the setting that was measured, with its values.
    const own = document.querySelector("[data-own-run]");
    const mine = () => {
      all(`[data-setting=${OWN}], label:has([value=${OWN}])`, figure).forEach((part) => part.remove());
      const measured = all("[data-setting]", figure).find((group) => group.querySelector("g[data-measured]"));
      if (!form.elements.setting.value) form.elements.setting[0].checked = true;
      if (!own.run || !measured) return form.dispatchEvent(new Event("input"));
      const copy = measured.cloneNode(true);
      copy.dataset.setting = OWN;
      copy.firstElementChild.textContent = words.mine;
      const found = all("g[data-measured]", copy).map((group) => {
        const [way, ...fields] = group.dataset.measured.split(" ");
        const values = fields.map((key) => own.run.ways.get(way)?.get(key)?.[0][1][1]);
        return { group, values, shown: values[0] && own.run.shown(fields[0], values[0]) };
      });
      const longest = found.reduce((most, one) => (one.values[0] > (most.values[0] ?? 0) ? one : most), {values: []});
      if (!longest.shown) return;
      for (const line of all(".dg-grid, :scope > svg > text:not(:first-of-type):not(:last-of-type)", copy)) line.remove();
      copy.querySelector(":scope > svg > text").textContent = "0";
      for (const { group, values, shown } of found) {
        const names = (group.dataset.passes ?? "").split("|").map((one) => one.slice(one.indexOf(" ") + 1));
        group.dataset.passes = names.map((name, index) => `${values[index + 1]} ${name}`).join("|");
        group.dataset.end = values[0] ?? 0;
        group.querySelector(".dg-text--value").textContent = shown ?? "\u2013";
        group.querySelector(".dg-run").setAttribute("width", `${(100 * (values[0] ?? 0)) / longest.values[0]}%`);
        for (const [index, line] of all(".dg-pass", group).entries()) {
          for (const end of ["x1", "x2"]) line.setAttribute(end, `${(100 * (values[index + 1] ?? 0)) / longest.values[0]}%`);
        }
      }
      copy.querySelector("title").textContent = found.map(({ group, shown }) => `${group.firstElementChild.textContent} ${shown ?? "\u2013"}`).join(", ");
      measured.after(copy);
      const choice = form.querySelector("label:last-of-type").cloneNode(true);
      Object.assign(choice.firstElementChild, { value: OWN, checked: true });
      choice.lastElementChild.textContent = words.mine;
      form.querySelector("label:last-of-type").after(choice);
      form.dispatchEvent(new Event("input"));
    };
    own?.addEventListener("run", mine);

    if (own?.run) mine();
    return ({ setting }) => {
      stop();
      for (const group of all("[data-setting]", figure)) group.toggleAttribute("data-current", group.dataset.setting === setting);
      const longest = Math.max(...lanes().map((lane) => lane.end));
      button.textContent = longest > 10 ? words.faster.replace("{times}", Math.max(10, speed(longest))) : words.real;
      return `${current().firstElementChild.textContent}: ${current().querySelector("title").textContent}`;
    };
  });
}
