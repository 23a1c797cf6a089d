// Links, on any host and below any path; loaded last but for the theme's script. The next page is fetched when the reader nears the end of this one,
// unless they want to save data. A page that is swapped in without loading is told to screen readers, and the keyboard
// goes on from its beginning.
{
  const seen = new WeakSet();
  let here = location.pathname;

  const fetchNext = () => {
    const next = document.querySelector("link[rel=next]");
    const end = document.querySelector(".footer");
    if (!next || !end || seen.has(end) || navigator.connection?.saveData) return;
    seen.add(end);
    const near = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      near.disconnect();
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: next.href }));
    }, { rootMargin: "100%" });
    near.observe(end);
  };

  // The theme's script swaps in what the map of the site names. Its addresses hold on one host, and a site that does not
  // know its address has none: the list of pages stands in for it. A click before it has come is left to the browser.
  const { open } = XMLHttpRequest.prototype;
  const { get } = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, "response");
  let listed = false;
  const listOf = async (answer, root) => {
    const pages = (await answer.text()).trim().split("\n");
    listed = true;
    return `<urlset>${pages.map((page) => `<url><loc>${new URL(page, root)}</loc></url>`).join("")}</urlset>`;
  };
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    const [root, name] = String(url).split(/(?=sitemap\.xml$)/);
    if (!name) return open.call(this, method, url, ...rest);
    Object.defineProperty(this, "response", { get: () => ({ text: () => listOf(get.call(this), root) }) });
    return open.call(this, method, `${root}pages.txt`, ...rest);
  };
  addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (link && !listed) link.target ||= "_self";
  }, true);

  // Steps within this page are the browser's: the theme's script would load the page again.
  addEventListener("popstate", (event) => {
    if (location.pathname !== here) return;
    event.stopImmediatePropagation();
    if (history.state) scrollTo(history.state.x, history.state.y);
  });

  // Questions above the one to which a link led become longer when they show what was answered: then it is shown again.
  const showAsked = () => {
    if (location.hash.startsWith("#ask--")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };

  document$.subscribe(() => {
    fetchNext();
    requestAnimationFrame(() => requestAnimationFrame(showAsked));
    if (location.pathname === here) return;
    here = location.pathname;
    document.querySelector("[data-arrived]").textContent = document.title;
    if (!location.hash) document.getElementById("content").focus({ preventScroll: true });
  });
}
