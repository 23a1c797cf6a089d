// Reading without a network: once the reader has moved and the browser is idle, a service worker (sw.js) keeps the whole
// course, unless the reader wants to save data or has switched it off. A newer version is kept beside the one that is
// read; then a notice offers it, and nothing changes on the page before its button is pressed. Also what lets a browser
// install the course, and paint its own frame in the colours that are chosen: no page has to carry either.
{
  const { connection } = navigator;
  // A browser has one only where the address is a safe one, and in a file tree it can do nothing.
  const serviceWorker = location.protocol === "file:" ? undefined : navigator.serviceWorker;
  const OURS = `course ${__md_scope.pathname} `; // How the worker names its caches.
  const HOUR = 3600000;
  const made = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };
  const isWanted = () => __md_get("offline") !== false;
  let registration, known, looked = Date.now();

  const show = () => {
    for (const place of document.querySelectorAll("[data-offline]")) {
      const words = JSON.parse(place.dataset.offline), [said, button] = ["[data-on-device]", "button"].map((part) => place.querySelector(part));
      const state = registration === null || !serviceWorker ? "never" : !isWanted() ? "off" : known?.whole ? "kept" : connection?.saveData ? "saving" : "coming";
      said.textContent = words[state];
      button.textContent = words[isWanted() ? "stop" : "keep"];
      button.hidden = state === "never";
      button.onclick = () => { isWanted() ? stop() : keep(); };
    }
  };

  const notice = (text, closing, ...ways) => {
    document.querySelector(".fresh")?.remove();
    const button = ([name, onclick]) => made("button", { type: "button", textContent: name, onclick });
    const close = () => {
      told.remove();
      document.documentElement.classList.remove("offered");
    };
    const told = made("section", { className: "fresh", ariaLabel: text }, made("p", { textContent: text }), ...[...ways, [closing, close]].map(button));
    document.querySelector(".md-header").after(told);
    document.documentElement.classList.add("offered");
    document.querySelector("[data-arrived]").textContent = text;
  };
  const tell = () => {
    if (!document.querySelector(".fresh")) notice(words.fresh, words.notNow, [words.readFresh, () => location.reload()]);
  };

  // Files to take along are not kept: a browser says nothing where it cannot fetch one.
  globalThis.unkept = () => notice(words.unkept, words.close);
  addEventListener("click", (event) => {
    const link = event.target.closest("a[download]");
    if (!link || navigator.onLine || location.protocol === "file:" || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    unkept();
  }, true);

  // Asks the worker of which version this page is, by the files that it loads.
  const ask = async (isNew) => {
    registration = await serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      known = data;
      show();
      if (known.is === "older" || (isNew && known.is === "unknown")) tell();
    };
    const loads = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map(({ src, href }) => src ?? href);
    registration.active.postMessage(loads.filter((one) => one.startsWith(location.origin)), [port2]);
  };

  const start = async () => {
    if (serviceWorker && isWanted() && !connection?.saveData) {
      const found = () => serviceWorker.getRegistration(__md_scope);
      registration = await serviceWorker.register(new URL("sw.js", __md_scope)).catch(found).catch(() => {}) ?? null;
    }
    show();
    if (!registration) return;
    if (registration.active) registration.update().catch(() => {});
    ask();
  };
  const keep = () => {
    __md_set("offline", true);
    return start();
  };
  const stop = async () => {
    __md_set("offline", false);
    known = undefined;
    for (const worker of [registration?.installing, registration?.active]) worker?.postMessage("stop");
    await registration?.unregister();
    for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
    show();
  };

  const frame = () => {
    if (location.protocol === "file:") return;
    const { head } = document;
    if (!head.querySelector("[rel=manifest]")) head.append(made("link", { rel: "manifest", href: new URL("manifest.webmanifest", __md_scope) }));
    if (!head.querySelector("[name=theme-color]")) head.append(made("meta", { name: "theme-color" }));
    head.querySelector("[name=theme-color]").content = getComputedStyle(document.querySelector(".md-header")).backgroundColor;
  };

  if (serviceWorker) serviceWorker.onmessage = ({ data }) => { if (data === "activated") ask(true); };
  addEventListener("visibilitychange", () => {
    if (document.hidden || !isWanted() || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration?.update().catch(() => {});
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", frame);
  new MutationObserver(frame).observe(document.documentElement, { attributeFilter: ["data-scheme"] });
  document$.subscribe(frame);
  document$.subscribe(show);
  (globalThis.requestIdleCallback ?? setTimeout)(start);
}
