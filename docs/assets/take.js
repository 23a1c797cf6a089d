// Pictures to take along: PNG in the looks that are published as SVG only, made when somebody asks for one. A picture
// is drawn twice as wide as it is, as those that are published. What it adds stands within what is closed, so nothing
// moves; where a page was opened as a file, nothing can be fetched, and nothing is added.
{
  const sources = { dark: words.darkPng, transparent: words.transparentPng };

  const drawn = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => { canvas.toBlob(resolve); });
  };

  const take = async (event) => {
    event.preventDefault();
    const { href } = event.currentTarget;
    const picture = await drawn(href).catch(() => {});
    if (!picture) return unkept();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(picture);
    link.download = href.split("/").pop().replace(".svg", ".png");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  const bind = (more) => {
    if (more.dataset.bound) return;
    more.dataset.bound = true;
    for (const [look, name] of Object.entries(sources)) {
      const svg = more.querySelector(`[href$="-${look}.svg"]`);
      const link = svg.cloneNode(true);
      link.firstChild.textContent = name;
      link.addEventListener("click", take);
      svg.after(" ", link);
    }
  };
  document$.subscribe(() => {
    if (location.protocol !== "file:") document.querySelectorAll(".take-away details").forEach(bind);
  });
}
