// The failure: the reader lets a part fail, by the list or by pressing it, and sees what falls with it. Which parts do is
// worked out from the scene when the page is made; each sentence of the list below the picture holds them.
{
  const FAR = 8; // Pixels from a part at which a finger still means it, unless it is nearer to another.
  // Written out, because stylesheets keep only the classes that stand in a page or in a script.
  const looks = { on: "dg-part dg-part--on", broken: "dg-part dg-part--broken", fallen: "dg-part dg-part--fallen" };
  const all = (selector, from) => [...from.querySelectorAll(selector)];

  const distance = (part, x, y) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  };
  const meant = (svg, x, y) => {
    const near = all("[data-part]", svg).map((part) => [distance(part, x, y), part.dataset.part]);
    const [far, part] = near.reduce((one, other) => (other[0] < one[0] ? other : one), [Infinity]);
    return far <= FAR ? part : undefined;
  };

  operate("failure", (figure, { form }) => {
    const { part: chosen } = form.elements;
    const sentences = all("li[data-part]", figure);
    figure.addEventListener("click", ({ target, clientX, clientY }) => {
      const svg = target.closest("svg.dg");
      const part = svg && meant(svg, clientX, clientY);
      if (!part) return;
      chosen.value = part === chosen.value ? "" : part; // What has failed is mended when it is pressed again.
      form.dispatchEvent(new Event("input"));
    });
    return ({ part }) => {
      const said = sentences.find((one) => one.dataset.part === part);
      const fallen = said.dataset.falls?.split(" ") ?? [];
      for (const one of all("svg [data-part]", figure)) {
        const name = one.dataset.part;
        one.setAttribute("class", looks[name === part ? "broken" : fallen.includes(name) ? "fallen" : "on"]);
      }
      for (const one of sentences) one.toggleAttribute("data-current", one === said);
      return said.textContent;
    };
  });
}
