// Questions about a picture: the page's own drawing stands in the question once more, and its parts can be pressed. Each
// stands for a box or radio button below it, which keyboards and screen readers use. Of parts within others the inner one
// is pressed. Where the page has no such picture, it is taken from the lesson; else the boxes alone serve.
{
  const LEAST = 24; // Pixels, of each side of what is pressed.
  const SIGNS = { right: "✓", wrong: "✗", missed: "!" };
  // Written out, because stylesheets keep only the classes that stand in a page or in a script.
  const looks = { on: "dg-part dg-part--on", off: "dg-part dg-part--off", failed: "dg-part dg-part--failed" };
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const drawn = (tag, attributes = {}, ...inner) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inner);
    return element;
  };
  const figureIn = (page, name) => all("figure[data-diagram]", page).find((figure) => figure.dataset.diagram === name);

  const figureOf = async (question) => {
    const here = figureIn(document, question.dataset.diagram);
    const lesson = question.querySelector(".ask__why a");
    // From a folder, no page can be fetched.
    if (here || lesson.pathname === location.pathname || location.protocol === "file:") return here;
    try {
      const page = await (await fetch(lesson.href)).text();
      return figureIn(new DOMParser().parseFromString(page, "text/html"), question.dataset.diagram);
    } catch {
      return null;
    }
  };

  const frame = () => Object.assign(document.createElement("div"), { className: "diagram ask__picture", ariaHidden: "true" });
  // Puts a copy into a frame, in its last step, whatever the step of the drawing is.
  const copy = (figure, frame) => {
    frame.dataset.bound = "";
    frame.replaceChildren(...all(".diagram__wide, .diagram__narrow", figure).map((drawing) => document.importNode(drawing, true)));
    for (const part of all("title, desc", frame)) part.remove();
    for (const part of all("[data-states]", frame)) part.setAttribute("class", looks[part.dataset.states.split(" ").at(-1)]);
    for (const part of all("[data-moves]", frame)) {
      part.style.transform = `translate(${part.dataset.moves.split(" ").at(-1).split(",").map((pixels) => `${pixels}px`)})`;
    }
  };

  // A part can be pressed anywhere within it, and is large enough for a finger.
  const widen = (svg) => {
    const least = LEAST * svg.viewBox.baseVal.width / svg.clientWidth;
    for (const part of all("g[data-part]", svg)) {
      const { x, y, width, height } = part.getBBox();
      const [wide, high] = [Math.max(width, least), Math.max(height, least)];
      part.prepend(drawn("rect", { class: "ask__hit", x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high }));
    }
  };

  // Words in a box, and those at the head of a group, mean all of it: of those that are around, the inner one.
  const meantBy = (piece, x, y) => {
    const shape = piece.closest(".dg-text--group") ? ".dg-group" : ".dg-box";
    const around = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    return all(shape, piece.ownerSVGElement).findLast((one) => around(one.getBoundingClientRect())) ?? piece;
  };

  const mark = (piece, verdict) => {
    const { x, y, width, height } = piece.getBBox();
    const sign = drawn("text", { x: x + 3, y: y + 8.5 }, SIGNS[verdict] ?? "●");
    const made = drawn("g", { class: "ask__mark", "data-verdict": verdict ?? "chosen" },
      drawn("rect", { x: x - 1, y: y - 1, width: width + 2, height: height + 2, rx: 4 }), drawn("circle", { cx: x + 3, cy: y + 3, r: 11 }), sign);
    piece.localName === "g" ? piece.append(made) : piece.after(made);
  };

  const bind = async (form) => {
    if ("pictured" in form.dataset) return;
    form.dataset.pictured = "";
    const figure = await figureOf(form.parentNode);
    if (!figure) return;
    const picture = form.querySelector(".ask__picture") ?? frame();
    copy(figure, picture);
    const inputs = all("input", form);
    const inputOf = (part) => inputs.find((input) => input.value === (part ?? "*"));
    let other = null;

    const show = () => {
      for (const one of all(".ask__mark", picture)) one.remove();
      for (const input of inputs) {
        const { verdict } = input.parentNode.dataset;
        if (!input.checked && !verdict) continue;
        const pieces = input.value === "*" ? [other].filter(Boolean) : all("[data-part]", picture).filter((part) => part.dataset.part === input.value);
        for (const piece of pieces) if (piece.checkVisibility()) mark(piece, verdict);
      }
    };
    picture.addEventListener("click", ({ target, clientX, clientY }) => {
      if (!target.ownerSVGElement) return;
      const part = target.closest("[data-part]");
      const input = inputOf(part?.dataset.part) ?? inputOf();
      if (!input) return;
      if (input.value === "*") other = target.closest(".dg-picture, [data-part]") ?? meantBy(target, clientX, clientY);
      input.click();
    });
    new ResizeObserver(() => {
      for (const piece of all(".ask__mark, .ask__hit", picture)) piece.remove();
      for (const svg of all("svg.dg", picture)) if (svg.clientWidth) widen(svg);
      show();
    }).observe(picture);
    form.addEventListener("shown", show);
    form.querySelector(".ask__rows").before(picture);
    show();
  };

  document.addEventListener("shown", ({ target }) => {
    const form = target.closest("[data-kind=press] form");
    if (form) bind(form);
  });
}
