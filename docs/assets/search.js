// Search: the theme's script fetches the index of all pages when it starts. Here that waits until somebody searches, and
// a failure is told. What is typed is looked for, by whatever means and before or after that script has come.
{
  const { open, send } = XMLHttpRequest.prototype;
  const { query } = document.forms.search;
  const wanted = new Promise((resolve) => {
    if (query.value || document.activeElement === query || new URLSearchParams(location.search).has("q")) resolve();
    for (const type of ["focus", "input"]) query.addEventListener(type, resolve, { once: true });
  });
  // The theme's script looks only when a key is let go: not after a paste by mouse, or words that were spoken.
  query.addEventListener("input", () => query.dispatchEvent(new Event("keyup")));
  // Where a button opened the search, the focus goes back to it; where there is room for the field, there is none.
  document.getElementById("__search").addEventListener("change", ({ target }) => {
    if (!target.checked) document.querySelector("[data-search]").focus({ preventScroll: true });
  });
  const meta = document.querySelector(".md-search-result__meta");
  const { failed, alone, short } = meta.dataset;
  const tell = () => { meta.textContent = failed; };

  // In a file tree, the theme's script hides the search without a word.
  if (location.protocol === "file:") {
    meta.textContent = alone;
    query.disabled = true;
    query.placeholder = short;
    document$.subscribe(() => { query.closest(".md-search").hidden = false; });
  }

  document$.subscribe(() => {
    // All that could be loaded is there; the theme's script would have left its marks.
    if (document.documentElement.classList.contains("ready") && !window.location$) tell();
  });
  // Readers type words: the worker would take some marks for commands, and each word for the beginning of others, which
  // finds everything when the word is short and others follow. With a weight, a word stands for itself.
  const words = (text) => text.normalize("NFC").replace(/[*+\-:^~]+/g, " ").replace(/(^|\s)(\S{1,3})(?=\s+\S)/g, "$1$2^1");
  const { Worker } = window;
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("error", tell);
    }
    postMessage(message) {
      if (typeof message.data === "string") message.data = words(message.data);
      super.postMessage(message);
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
