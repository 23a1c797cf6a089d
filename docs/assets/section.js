// The section that is being read is marked in the menu: the last one whose heading has come into the upper third of the
// window, and at the end of a page its last one. Bound once for each menu.
{
  const bound = new WeakSet();
  let mark = () => {};

  const bind = () => {
    const list = document.querySelector(".side__contents");
    if (!list || bound.has(list)) return;
    bound.add(list);
    const links = [...list.querySelectorAll("a")];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    mark = () => {
      const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const here = atEnd ? links.length - 1 : headings.findLastIndex((one) => one?.getBoundingClientRect().top < innerHeight / 3);
      for (const [index, link] of links.entries()) {
        index === here ? link.setAttribute("aria-current", "location") : link.removeAttribute("aria-current");
      }
    };
    mark();
  };

  addEventListener("scroll", () => requestAnimationFrame(() => mark()), { passive: true });
  document$.subscribe(bind);
}
