// Search: the theme's script fetches the index of all pages when it starts. Here that waits until somebody searches, and
// a failure is told.
{
  const { open, send } = XMLHttpRequest.prototype;
  const { query } = document.forms.search;
  const wanted = new Promise((resolve) => {
    if (document.activeElement === query || new URLSearchParams(location.search).has("q")) resolve();
    query.addEventListener("focus", resolve, { once: true });
  });
  const say = (words) => { document.querySelector(".md-search-result__meta").textContent = words; };
  const tell = () => say("The search could not be loaded. Reload the page to try again.");

  // In a file tree, the theme's script hides the search without a word.
  if (location.protocol === "file:") {
    say("The search needs a web server.");
    query.disabled = true;
    query.placeholder = "Search needs a server";
    document$.subscribe(() => { query.closest(".md-search").hidden = false; });
  }

  document$.subscribe(() => {
    // All that could be loaded is there; the theme's script would have left its marks.
    if (document.documentElement.classList.contains("ready") && !window.location$) tell();
    // What was typed before it was there is looked for, too.
    if (query.value) query.dispatchEvent(new Event("focus"));
  });
  const { Worker } = window;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("error", tell);
    }
  };
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.isIndex = String(url).endsWith("/search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (!this.isIndex) return send.apply(this, body);
    for (const type of ["error", "abort", "timeout"]) this.addEventListener(type, tell);
    this.addEventListener("readystatechange", () => { if (this.status >= 400) tell(); });
    wanted.then(() => send.apply(this, body));
  };
}
