// Links; loaded last but for the theme's script. The next page is fetched when the reader nears the end of this one,
// unless they want to save data. A page that is swapped in without loading is told to screen readers, and the keyboard
// goes on from its beginning.
{
  const seen = new WeakSet();
  let here = location.pathname;

  const fetchNext = () => {
    const next = document.querySelector("link[rel=next]");
    const end = document.querySelector(".md-footer");
    if (!next || !end || seen.has(end) || navigator.connection?.saveData) return;
    seen.add(end);
    const near = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      near.disconnect();
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: next.href }));
    }, { rootMargin: "100%" });
    near.observe(end);
  };

  // Steps within this page are the browser's: the theme's script would load the page again.
  addEventListener("popstate", (event) => {
    if (location.pathname !== here) return;
    event.stopImmediatePropagation();
    if (history.state) scrollTo(history.state.x, history.state.y);
  });

  document$.subscribe(() => {
    fetchNext();
    if (location.pathname === here) return;
    here = location.pathname;
    document.querySelector("[data-arrived]").textContent = document.title;
    if (!location.hash) document.getElementById("content").focus({ preventScroll: true });
  });
}
