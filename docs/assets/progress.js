// How far the reader has come: a lesson is read when the section that the course names stays in view for a moment, and
// where one stopped is the section that the menu marks. What is read has a sign and a word wherever it is listed, and the
// button of the first page goes on from there. Bound once for each page.
{
  const MOMENT = 2000, PAUSE = 400;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const pathOf = (link) => link.pathname.slice(__md_scope.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  const here = () => pathOf(location);
  const addressOf = (path) => new URL(path + (location.protocol === "file:" ? "index.html" : ""), __md_scope).href;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // A sign with a word, which has no room of its own: nothing moves.
  const mark = (element, read) => {
    element.querySelector(".done")?.remove();
    if (!read) return;
    const [done, sign, word] = ["span", "span", "span"].map((name) => document.createElement(name));
    [done.className, sign.textContent, word.className, word.textContent] = ["done", "✓", "done__word", ` ${words.read}`];
    sign.ariaHidden = "true";
    done.append(sign, word);
    element.append(done);
  };

  const showTicks = () => {
    const read = memory.all("read");
    for (const link of all(".side__link, .outline a")) mark(link.querySelector(".outline__minutes") ?? link, pathOf(link) in read);
    for (const boxes of all(".lesson-header__boxes")) {
      const done = [...all(".side b").map(({ parentNode }) => pathOf(parentNode)).entries()].filter(([, path]) => path in read);
      for (const [index, box] of [...boxes.children].entries()) {
        box.classList.toggle("lesson-box--done", done.some(([number]) => number === index));
      }
      const told = boxes.nextElementSibling;
      told.querySelector(".unseen")?.remove();
      if (!done.length) continue;
      const numbers = done.map(([index]) => index + 1).join(", ");
      told.append(Object.assign(document.createElement("span"), { className: "unseen", textContent: ` (${words.read}: ${numbers})` }));
    }
  };

  const starts = new WeakMap();
  const showStart = () => {
    const start = document.querySelector("[data-start]");
    if (!start) return;
    const { lessons: paths, questions, words } = JSON.parse(start.dataset.start);
    const lessons = paths.split(" "), read = memory.all("read"), last = memory.get("place", "last");
    const [button, about, due] = [".start", ".begin__said", ".begin__due a"].map((part) => start.querySelector(part));
    const first = starts.get(start) ?? [button.href, button.textContent, [about.textContent]];
    starts.set(start, first);
    const count = lessons.filter((path) => path in read).length;
    const stopped = last?.title && lessons.includes(last.url) && !(last.url in read) ? last : null;
    // Who begins in the middle goes on behind it, and is led to what comes before when that is all that is left.
    const behind = lessons.slice(lessons.findLastIndex((one) => one in read) + 1);
    const path = stopped?.url ?? [...behind, ...lessons].find((one) => !(one in read));
    let [address, text, told] = first;
    if (!path) [address, text, told] = [due?.href ?? address, words.review, [words.all]];
    else if (stopped || count) {
      address = addressOf(path) + (stopped?.section ? `#${encodeURIComponent(stopped.section)}` : "");
      if (stopped || path !== lessons[0]) text = filled(words.continue, { number: lessons.indexOf(path) + 1 });
      told = [filled(stopped ? words.stopped : words.next, { title: stopped?.title, count, all: lessons.length })];
    }
    [button.href, button.textContent] = [address, text];
    // It leads to what is remembered, whatever it says.
    const says = about.querySelector("a") ?? about;
    says.replaceChildren(...(memory.stored() ? told : [words.lost]));
    if (!due) return;
    const asked = memory.due(questions.split(" ")).length;
    due.hidden = !asked;
    due.textContent = filled(words.due, { count: asked });
  };

  const show = () => { showTicks(); showStart(); };

  // The heading of the section that tells whether a lesson is read.
  const lastHeading = (header) => {
    const words = header.dataset.readAt, headings = all("article h2");
    const wordsOf = (heading) => heading.firstChild?.textContent.replace(/\s+/g, " ").trim();
    return headings.find((one) => wordsOf(one) === words) ?? headings.at(-1);
  };

  let watched = null;
  const watch = (header) => {
    const heading = lastHeading(header);
    if (!heading) return;
    const parts = [heading, heading.nextElementSibling].filter(Boolean), inView = new Set();
    let timer = 0;
    watched = new IntersectionObserver((entries, seen) => {
      for (const { target, isIntersecting } of entries) isIntersecting ? inView.add(target) : inView.delete(target);
      clearTimeout(timer);
      if (!inView.size || document.hidden) return;
      timer = setTimeout(() => {
        seen.disconnect();
        // Not when another page has taken the place of this one in the meantime.
        if (!heading.isConnected) return;
        memory.set("read", here(), memory.today());
        stop();
      }, MOMENT);
    }, { threshold: 0.5 });
    parts.forEach((part) => watched.observe(part));
  };

  let timer = 0;
  const stop = () => {
    const header = document.querySelector(".lesson-header");
    if (!header) return;
    const links = all(".side__contents a"), heading = lastHeading(header);
    // The menu marks what has come into the upper third; what made the lesson a read one may stand below that.
    const isRead = here() in memory.all("read") && heading?.getBoundingClientRect().top < innerHeight;
    const reached = isRead ? links.findIndex(({ hash }) => decodeURIComponent(hash.slice(1)) === heading.id) : -1;
    const link = links[Math.max(reached, links.findIndex((one) => one.matches("[aria-current]")))];
    if (!link) return;
    const place = { url: here(), section: decodeURIComponent(link.hash.slice(1)), title: link.textContent.trim() };
    if (JSON.stringify(place) !== JSON.stringify(memory.get("place", "last"))) memory.set("place", "last", place);
  };
  const pause = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, PAUSE);
  };
  addEventListener("scroll", pause, { passive: true });

  const bind = () => {
    if (!globalThis.words) return; // A generator without our hooks gives scripts none.
    const article = document.querySelector("article");
    if (article.dataset.progress === undefined) {
      article.dataset.progress = "";
      watched?.disconnect();
      pause(); // The first move may have been to scroll.
      const header = document.querySelector(".lesson-header");
      if (header && !(here() in memory.all("read"))) watch(header);
    }
    show();
  };
  document.addEventListener("remembered", bind);
  document$.subscribe(bind);
}
