// Diagrams in steps: each button turns the picture one step. Without this script the last step is shown, with all
// sentences below it. What stands where after each step is in the drawing. Bound once for each figure.
{
  // Written out, because stylesheets keep only the classes that stand in a page or in a script.
  const looks = { on: "dg-part dg-part--on", off: "dg-part dg-part--off", failed: "dg-part dg-part--failed" };

  const draw = (figure, step) => {
    for (const part of figure.querySelectorAll("[data-states], [data-moves]")) {
      const states = part.dataset.states?.split(" ");
      if (states) part.setAttribute("class", looks[states[step]]);
      const moves = part.dataset.moves?.split(" ");
      if (moves) part.style.transform = `translate(${moves[step].split(",").map((pixels) => `${pixels}px`)})`;
    }
  };

  const bind = (figure) => {
    if (figure.dataset.bound) return;
    figure.dataset.bound = true;
    const sentences = [...figure.querySelectorAll(".steps li")];
    const turn = figure.querySelector(".steps__turn");
    const said = figure.querySelector("[role=status]");
    const count = turn.querySelector("[data-count]");
    let current = 0;

    const show = (step) => {
      current = step;
      figure.dataset.step = step;
      draw(figure, step);
      for (const [index, sentence] of sentences.entries()) {
        index === step ? sentence.setAttribute("aria-current", "step") : sentence.removeAttribute("aria-current");
      }
      count.textContent = count.dataset.count.replace("{step}", step + 1);
      for (const button of turn.querySelectorAll("button")) {
        button.setAttribute("aria-disabled", !sentences[step + Number(button.dataset.turn)]);
      }
      // What is taken along is the step that is shown.
      for (const link of figure.querySelectorAll(".take-away a[href$='.svg'], .take-away a[href$='.png']")) {
        link.href = link.href.replace(/(?:-step-\d+)?(-dark|-transparent)?(?=\.\w+$)/, `-step-${step + 1}$1`);
      }
    };

    turn.addEventListener("click", (event) => {
      const step = current + Number(event.target.closest("button")?.dataset.turn ?? NaN);
      if (!sentences[step]) return;
      show(step);
      said.textContent = `${count.textContent}: ${sentences[step].textContent}`;
      figure.dispatchEvent(new CustomEvent("turned", { bubbles: true }));
    });
    // On paper the last step is drawn, above all sentences.
    matchMedia("print").addEventListener("change", ({ matches }) => draw(figure, matches ? sentences.length - 1 : current));
    // The step at which the reader left the page, where that is known.
    const begin = () => show(sentences[figure.dataset.step] ? Number(figure.dataset.step) : 0);
    figure.addEventListener("step", begin);
    begin();
  };

  const bindAll = () => document.querySelectorAll("figure[data-steps]").forEach(bind);
  document$.subscribe(bindAll);
}
