// Two windows on one thing: each line shows what it printed in the state that is set, and says when it changes.
// All that was recorded stands in the page; a state is a number in which each switch of a line is a bit.
{
  const LINE = 20;
  const WIDE = 720;
  const COMMANDS = 300; // Pixels.
  const LETTERS = 46; // In a line of what is printed.
  const all = (selector, from) => [...from.querySelectorAll(selector)];
  const lines = (output) => [...output.querySelector("samp").childNodes].map((node) => node.textContent).filter(Boolean);
  const wrapped = (text, most) => text.split(" ").reduce((found, word) => {
    const longer = `${found.at(-1)} ${word}`;
    found.length && longer.length <= most ? found.splice(-1, 1, longer) : found.push(word);
    return found;
  }, []);

  operate("views", (figure, { form }) => {
    const button = figure.querySelector("[data-all]");
    const { on, same } = button.dataset;
    const off = button.textContent;
    const boxes = all("[type=checkbox]", form);
    const rows = all("[data-by]", figure);
    const current = (row) => row.querySelector("[data-current]");
    const counts = all(".views__count", form);
    const word = figure.querySelector(".views__changed").textContent;
    let last;

    button.addEventListener("click", () => {
      const value = !boxes.some((box) => box.checked);
      for (const box of boxes) box.checked = value;
      form.dispatchEvent(new Event("input"));
    });

    // To look through the other window changes no line.
    const show = (state) => {
      const now = boxes.map((box) => state[box.name]).join();
      if (now === last) return;
      const begun = last;
      last = now;
      const said = [];
      for (const row of rows) {
        const before = current(row);
        const at = row.dataset.by.split(" ").reduce((sum, name, place) => sum + (state[name] === "on" ? 2 ** place : 0), 0);
        for (const output of all("[data-at]", row)) output.toggleAttribute("data-current", output.dataset.at.split(" ").includes(String(at)));
        const changed = Boolean(begun) && current(row) !== before;
        row.querySelector(".views__changed").hidden = !changed;
        row.toggleAttribute("data-changed", changed);
        const { textContent: name } = row.closest(".terminal").firstElementChild;
        if (changed) said.push(`${name}, ${row.querySelector("code").textContent}: ${lines(current(row)).join(", ")}`);
      }
      for (const piece of all("[data-adds]", figure)) piece.hidden = state[piece.dataset.adds] !== "on";
      for (const [index, window_] of all(".terminal", figure).entries()) {
        const changed = all("[data-changed]", window_).length;
        counts[index].textContent = `${changed} ${word}`;
        counts[index].hidden = !changed;
      }
      button.textContent = boxes.some((box) => box.checked) ? off : on;
      if (begun) return said.length ? `${said.join(". ")}.` : same;
    };

    // What is seen, as a drawing: the command, then each window with its commands on the left.
    show.drawing = () => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const { color, fontFamily } = getComputedStyle(figure.querySelector("samp"));
      let line = 0;
      const write = (texts, x, from, font = fontFamily, weight = 400) => texts.forEach((text, index) => {
        const part = document.createElementNS(svg.namespaceURI, "text");
        const look = { x, y: (from + index) * LINE + 15, fill: color, "font-family": font, "font-size": 13, "font-weight": weight };
        for (const [name, value] of Object.entries(look)) part.setAttribute(name, value);
        part.textContent = text;
        svg.append(part);
      });
      const command = wrapped(all(".views__command code", figure)[1].innerText.trim(), 85);
      write(command, 0, line);
      line += command.length;
      for (const window_ of all(".terminal", figure)) {
        write([window_.firstElementChild.textContent], 0, ++line, getComputedStyle(window_).fontFamily, 700);
        for (const row of all("dl > div", window_)) {
          const left = wrapped(`$ ${row.querySelector("code").textContent}`, 34);
          const right = lines(current(row)).flatMap((text) => wrapped(text, LETTERS));
          write(left, 0, ++line);
          write(right, COMMANDS, line);
          line += Math.max(left.length, right.length) - 1;
        }
        line += 1;
      }
      svg.setAttribute("viewBox", `-16 -16 ${WIDE + 32} ${line * LINE + 32}`);
      return svg;
    };
    return show;
  });
}
