// The service worker: it keeps one whole version of the site, and answers from it, with a network or without. Before these
// lines stand VERSION, FILES (the hash of each kept file by its address below the site) and UNKEPT (a page that says that
// something was not kept). Each version has a cache of its own, which is filled before it is used: a file counts only
// when its hash is right, so what was torn, or belongs to another version, ends the installation, and a later try goes on
// from there. Who opened a page of a version gets everything else from the same one, also when a newer one answers by
// then: for each window it is noted, before its page is sent, of which version that is.
const ROOT = new URL("./", location.href);
const OURS = `course ${ROOT.pathname} `; // A path has no space: no other course of this host has names that begin so.
const OWN = OURS + VERSION, WINDOWS = `${OURS}windows`;
const MARK = new URL("?whole", ROOT).href;
const NETWORK = "network", EARLIER = "earlier"; // What came from the network, and what did before this worker.
const AT_ONCE = 4, YOUNG = 60000;
const PATIENCE = 30000; // A download that stands still would hold up this version and every later one.
const REST = 1000;
const HASHED = /\.[0-9a-f]{8,}\./; // What has such a name never changes.

let stopped = false; // The reader has switched it off: windows that are open still ask here.

const has = (path) => Object.hasOwn(FILES, path);
const pathOf = (url) => url.pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");
const addressOf = (path) => new URL(path || "./", ROOT).href;
const hashOf = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
const caching = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== WINDOWS);
const isWhole = async (name) => Boolean(await (await caches.open(name)).match(MARK));

// A file from the network, if it is of this version; null if it is of another.
const fetched = async (path) => {
  for (const cache of ["no-cache", "reload"]) {
    const answer = await fetch(addressOf(path), { cache, credentials: "same-origin", priority: "low", signal: AbortSignal.timeout(PATIENCE) });
    const bytes = await answer.arrayBuffer();
    if (await hashOf(bytes) !== FILES[path]) continue;
    const headers = new Headers(answer.headers);
    for (const name of ["Content-Encoding", "Content-Length", "Transfer-Encoding"]) headers.delete(name);
    headers.set("Kept", FILES[path]);
    return new Response(bytes, { headers });
  }
  return null;
};

// Fills the cache of this version: from what is there, from other versions as far as they are the same, or anew.
const fill = async () => {
  if (navigator.connection?.saveData) throw new Error("the reader wants to save data");
  const others = (await caching()).filter((name) => name !== OWN);
  const older = [];
  for (const name of others) {
    if (await isWhole(name)) older.push(await caches.open(name));
    else await caches.delete(name);
  }
  const cache = await caches.open(OWN);
  const keep = async (path) => {
    if (stopped) throw new Error("the reader has switched it off");
    const address = addressOf(path);
    if (await cache.match(address)) return;
    for (const one of older) {
      const same = await one.match(address);
      if (same?.headers.get("Kept") === FILES[path]) return cache.put(address, same);
    }
    const answer = await fetched(path);
    if (!answer) throw new Error(`${path} is of another version`);
    await cache.put(address, answer);
  };
  const paths = Object.keys(FILES).values();
  let failed = false;
  const some = async () => {
    for (const path of paths) if (!failed) await keep(path).catch((error) => { failed = true; throw error; });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
  await cache.put(MARK, new Response());
};

// Of which version each window is.
const versions = new Map();
const note = async (id, version) => {
  if (!id || stopped) return;
  versions.set(id, version);
  const said = JSON.stringify({ version, time: Date.now() });
  await (await caches.open(WINDOWS)).put(new URL(`?${id}`, ROOT).href, new Response(said));
};
const isKept = (version) => Boolean(version) && version !== NETWORK && version !== EARLIER;
const versionOf = async (id) => {
  if (!versions.has(id)) {
    const found = await caches.match(new URL(`?${id}`, ROOT).href, { cacheName: WINDOWS });
    if (found) versions.set(id, (await found.json()).version);
  }
  return versions.get(id);
};

// Forgets the versions that no window shows any more. A window that is about to open is not listed yet.
const tidy = async () => {
  if (registration.installing || registration.waiting) return;
  const alive = new Set((await clients.matchAll({ includeUncontrolled: true, type: "all" })).map(({ id }) => id));
  const store = await caches.open(WINDOWS), shown = new Set([OWN]);
  for (const request of await store.keys()) {
    const { version, time } = await (await store.match(request)).json();
    if (alive.has(new URL(request.url).search.slice(1)) || Math.abs(Date.now() - time) < YOUNG) shown.add(OURS + version);
    else await store.delete(request);
  }
  for (const name of await caching()) if (!shown.has(name)) await caches.delete(name);
};

// A file of this version. What the browser has thrown away comes from the network, if it is still of this version there.
const own = async (path) => {
  const kept = await caches.match(addressOf(path), { cacheName: OWN });
  if (kept) return kept;
  const answer = await fetched(path).catch(() => null);
  if (answer && await caches.has(OWN)) await (await caches.open(OWN)).put(addressOf(path), answer.clone());
  return answer;
};

const opened = async ({ request, resultingClientId }, path) => {
  if (has(path)) {
    await note(resultingClientId, VERSION);
    const page = await own(path);
    if (page) return page;
  } else if (has(`${path}/`)) return Response.redirect(addressOf(`${path}/`));
  await note(resultingClientId, NETWORK);
  if (has(path)) return fetch(request);
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status !== 404) return answer;
  const missing = answer && await own("404.html");
  if (!missing) return answer ?? new Response(UNKEPT, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  await answer.body?.cancel();
  await note(resultingClientId, VERSION);
  return new Response(missing.body, { status: 404, headers: missing.headers });
};

// What a page loads, or takes in. A page of another version is refused: then the browser opens it by itself, whole.
const loaded = async ({ request, clientId, resultingClientId }, path) => {
  const version = await versionOf(clientId);
  if (version) await note(resultingClientId, version); // of a worker
  const kept = version && await caches.match(addressOf(path), { cacheName: OURS + version });
  if (kept) return kept;
  if (HASHED.test(path)) return (await caches.match(addressOf(path))) ?? fetch(request);
  if (has(path) && (!version || isKept(version))) return (version === VERSION && await own(path)) || Response.error();
  const answer = await fetch(request);
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  await answer.body?.cancel(); // What nobody reads would keep the next request for the same address waiting.
  return Response.error();
};

// When the next worker waits no longer, Chromium ends this one as soon as that has nothing to do. Asked something in that
// very moment, this one is begun anew, and the next one waits for a minute or longer: it is heard once more, so it is let
// say so again when nothing happens. A window whose page came just before the end stays half open, or gets what it loads
// from the network, of whatever version: so whoever opens a page keeps this one busy until nothing more is asked for.
let rest;
const opening = [];
const rested = () => {
  if (opening.length) {
    for (const done of opening.splice(0)) done();
    busy();
  } else if (self.serviceWorker?.state === "activated") registration.waiting?.postMessage("go on");
};
const busy = () => {
  clearTimeout(rest);
  rest = setTimeout(rested, REST);
};
busy(); // It may have been begun anew for nothing.

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));

addEventListener("activate", (event) => event.waitUntil((async () => {
  await tidy();
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage("activated");
})()));

addEventListener("fetch", (event) => {
  busy();
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(ROOT.href)) return;
  const opens = event.request.mode === "navigate";
  if (opens) event.waitUntil(new Promise((done) => opening.push(done)));
  event.respondWith((opens ? opened : loaded)(event, pathOf(url)));
});

// A page asks what it is of, and names the files that it loads. One that came before this worker is of this version when
// all of them are; from then on it is answered here, too.
addEventListener("message", (event) => {
  const { data, source, ports: [port] } = event;
  busy();
  if (data === "stop") stopped = true;
  if (data === "go on") skipWaiting();
  if (!port) return;
  const answer = async () => {
    let version = await versionOf(source.id);
    if ((!version || version === EARLIER) && data.every((name) => has(pathOf(new URL(name))))) {
      await note(source.id, version = VERSION);
      // Other windows are answered here from now on, too. Until they ask, they get from the network what they load.
      for (const { id } of await clients.matchAll({ includeUncontrolled: true })) if (!await versionOf(id)) await note(id, EARLIER);
      await clients.claim();
    }
    const whole = await isWhole(OWN);
    port.postMessage({ whole, is: version === VERSION ? "current" : isKept(version) ? "older" : "unknown" });
    await tidy();
    if (!whole) await fill().catch(() => {});
  };
  event.waitUntil(answer());
});
