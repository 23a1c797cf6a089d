// The search: loaded when a reader opens it. partials/start.html makes the dialog and its field, so that what is typed
// meanwhile is kept; here are what is found and how it is shown. What words weigh was computed when the site was built
// (macros/search/): here the weights are added up. Files come as scripts that hand over their part, so it is the same
// from a server and from a disk.
globalThis.search = (() => {
  const OTHERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const WORD = /[\p{L}\p{N}]+(?:(?<=\p{Nd})[.,](?=\p{Nd})[\p{L}\p{N}]+)*/gu;
  const MOST_WORDS = 10, LOOKED_AT = 12, SIDE_BY_SIDE = 1;
  // How much a word counts that is not just what was typed.
  const ANOTHER_ENDING = 0.6, LONGER = 0.5, FORGIVEN = 0.8, EMPTY = 0.15, APART = 0.5, MEANT = 0.6;

  // Parts: each is asked for once, and again after it could not be loaded.
  const asked = new Map(), waiting = new Map();
  const put = (name, part) => waiting.get(name)?.(part);
  const part = (name, path) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = Object.assign(document.createElement("script"), { src: new URL(path, __md_scope) });
        script.onload = () => script.remove();
        script.onerror = () => { script.remove(); asked.delete(name); reject(new Error(path)); };
        document.body.append(script);
      }));
    }
    return asked.get(name);
  };
  const start = () => part("start", "search/start.js");
  const piece = async (name) => part(name, `search/${(await start()).version}/${name}.js`);

  // The words of a text, as macros/reading/letters.py has them.
  const wordsOf = (text) => text.toLowerCase()
    .replace(/['’](?:[dmst]|ll|re|ve)(?![\p{L}\p{N}_])/gu, "").replace(/[ßæœøłđðþı]/g, (letter) => OTHERS[letter])
    .normalize("NFKD").replace(/\p{M}/gu, "").match(WORD) || [];

  // All known words that begin with some letters: each with its entries, and with the names that it begins.
  const beginning = async (letters) => {
    const { words } = await start();
    const at = (word) => Math.max(0, words.findLastIndex((first) => first <= word));
    const names = [];
    for (let n = at(letters); n <= at(`${letters}\uffff`); n += 1) names.push(`words-${n}`);
    const parts = await Promise.all(names.map(piece));
    return parts.flatMap(Object.entries).filter(([word]) => word.startsWith(letters));
  };

  // Steps from one word to another: a letter more, less, or another one, or two that have changed places.
  const steps = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = [], row = [...other, ""].map((_, n) => n);
    for (let i = 1; i <= one.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[other.length];
  };
  // The nearest of some words, the first of several. A short word has no room for a slip.
  const nearest = (word, known) => {
    let best = null, most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    for (const other of known) {
      const found = steps(word, other, most);
      if (found > most || (best && found === most)) continue;
      [best, most] = [other, found];
      if (!most) break;
    }
    return best;
  };
  // Whether two words have one stem. Where nothing has the word itself, a shorter stem will do: deploying, deployment.
  const differInEnding = (one, other, strict) => {
    let same = 0;
    while (same < one.length && one[same] === other[same]) same += 1;
    const [shorter, longer] = [one.length, other.length].sort((a, b) => a - b);
    const [ending, otherEnding] = [longer - same, shorter - same];
    return same >= Math.min(4, Math.max(3, shorter)) && same >= (strict ? 0.6 : 0.57) * longer
      && ending <= (strict ? 3 : 4) && ending + otherEnding <= 4;
  };

  // What the course says instead of a word, each with how much it counts.
  const saidInstead = async (word) => {
    const { means } = await start();
    const words = Object.hasOwn(means, word) ? means[word].split(" ") : [];
    const ways = await Promise.all(words.map(async (other) => (await beginning(other.slice(0, 3))).map((one) =>
      [one[0] === other ? MEANT : differInEnding(other, one[0], true) ? MEANT * ANOTHER_ENDING : 0, ...one])));
    return ways.flat().filter(([share]) => share);
  };

  // What is meant by a typed word: known words, each with how much it counts; the first one is the likeliest.
  const meant = async (word, isLast) => {
    const known = await beginning(word.slice(0, 3)), ours = await saidInstead(word);
    const exact = known.some(([other]) => other === word);
    const counted = ([other]) => other === word ? 1 : differInEnding(word, other, exact) ? ANOTHER_ENDING
      : isLast && other.startsWith(word) ? LONGER : 0;
    const ways = [...known.map((one) => [counted(one), ...one]).filter(([share]) => share), ...ours]
      .sort((a, b) => b[0] - a[0]);
    if (exact || ours.length) return { ways };
    let other = nearest(word, known.map(([one]) => one));
    if (!other && !ways.length) other = nearest(word, (await piece("known")).split(" "));
    if (!other) return { ways };
    const forgiven = (await meant(other, false)).ways.map(([share, ...one]) => [FORGIVEN * share, ...one]);
    return { ways: [...forgiven, ...ways.filter(([, one]) => !forgiven.some(([, same]) => one === same))], instead: other };
  };

  // Words as the index has them: two that are a name when they are joined, and one that it does not know is taken apart,
  // if it knows both halves. Each is of three letters at least, the second may be a number.
  const isKnown = async (word) => (await beginning(word.slice(0, 3))).some(([known]) => known === word);
  const isName = async (word) => (await beginning(word)).some(([known, [, names]]) =>
    differInEnding(word, known, true) && Object.keys(names).length);
  const fit = (halves, empty) => halves.every((half) =>
    (half.length >= 3 || /^\p{N}+$/u.test(half)) && !empty.includes(half));
  const apart = async (word, empty) => {
    if (await isKnown(word)) return [word];
    for (let end = word.length - 1; end >= 3; end -= 1) {
      const halves = [word.slice(0, end), word.slice(end)];
      if (fit(halves, empty) && (await Promise.all(halves.map(isKnown))).every(Boolean)) return halves;
    }
    return [word];
  };
  const asKnown = async (words, empty) => {
    const known = [];
    for (const word of words) {
      const last = known.at(-1);
      const joins = last && fit([last, word], empty) && await isName(last + word);
      if (joins) known.splice(-1, 1, last + word); else known.push(word);
    }
    return (await Promise.all(known.map((word) => apart(word, empty)))).flat();
  };

  const sum = (list) => list.reduce((all, one) => all + one, 0);
  // A list is of steps from entry to entry, each with its weight on a scale on which four are twice as much.
  const each = (list, act) => {
    for (let n = 0, entry = 0; n < list.length; n += 2) {
      entry += list[n];
      act(entry, 2 ** (list[n + 1] / 4));
    }
  };

  // What is shown of an entry.
  const shown = async (entry) => {
    const { texts } = await start();
    let number = 0, first = 0;
    while (entry >= first + texts[number]) first += texts[number++];
    const [title, address, about, text] = (await piece(`texts-${number}`))[entry - first];
    return { title, address, about, text };
  };

  // All that is found, the best first. What has every word counts most; a whole name counts by its share of the words.
  const find = async (typed) => {
    const { spelt, empty, groups } = await start();
    const entries = sum(groups.map(([, count]) => count));
    const spelled = wordsOf(typed).flatMap((word) => (Object.hasOwn(spelt, word) ? spelt[word].split(" ") : word)).slice(0, MOST_WORDS);
    const sought = await asKnown(spelled, empty);
    const says = sought.map((word) => empty.includes(word) ? EMPTY : 1);
    const found = await Promise.all(sought.map((word, n) => meant(word, n === sought.length - 1)));
    const rare = found.map(({ ways: [best] }, n) => {
      const having = best ? best[2][0].length / 2 : -1;
      return having < 0 ? 0 : says[n] * Math.log(1 + (entries - having + 0.5) / (having + 0.5));
    });
    const whole = sum(rare);
    const hits = new Map();
    const hit = (entry) => {
      if (!hits.has(entry)) hits.set(entry, { entry, words: sought.map(() => 0), has: sought.map(() => false), name: 0 });
      return hits.get(entry);
    };
    // Where the words of a name are typed, each at a place of its own, with the least share of one: in any order.
    const wayTo = (word, n) => found[n].ways.find(([, one]) => one === word);
    const placesOf = (name) => {
      const at = [];
      let least = 1;
      for (const word of name.split(" ")) {
        const place = found.findIndex((_, n) => !at.includes(n) && wayTo(word, n));
        if (place < 0) return null;
        least = Math.min(least, wayTo(word, place)[0]);
        at.push(place);
      }
      return { at, least };
    };
    const isInOrder = (at) => at.every((place, n) => !n
      || (place > at[n - 1] && says.slice(at[n - 1] + 1, place).every((one) => one < 1)));
    const named = new Set();
    found.forEach(({ ways }, n) => {
      for (const [share, , [list, names]] of ways) {
        each(list, (entry, weight) => {
          const { words, has } = hit(entry);
          words[n] = Math.max(words[n], says[n] * share * weight);
          has[n] = true;
        });
        for (const name of Object.keys(names).filter((one) => !named.has(one))) {
          named.add(name);
          const places = placesOf(name);
          if (!places) continue;
          const { at, least } = places;
          const part = sum(at.map((place) => rare[place])) / whole;
          const counts = least * part ** 1.5 * (isInOrder(at) ? 1 : APART);
          each(names[name], (entry, weight) => {
            const one = hit(entry);
            one.name = Math.max(one.name, counts * weight);
            for (const place of at) one.has[place] = true;
          });
        }
      }
    });
    const ranked = (list) => list.sort((a, b) => b.score - a.score || a.entry - b.entry);
    const results = ranked([...hits.values()].map(({ entry, words, has, name }) => {
      const part = sum(rare.filter((_, n) => has[n])) / whole;
      return { entry, score: (sum(words) + name) * part, words: sum(words) * part };
    }));
    // Of the first ones, those come before others that have the words side by side, as they were typed.
    if (sought.length > 1) {
      await Promise.all(results.slice(0, LOOKED_AT).map(async (one) => {
        const text = ` ${wordsOf((await shown(one.entry)).text).join(" ")} `;
        const pairs = sought.slice(1).map((word, n) => [` ${sought[n]} ${word} `, Math.max(says[n], says[n + 1])]);
        const share = sum(pairs.map(([pair, value]) => (text.includes(pair) ? value : 0))) / pairs.length;
        one.score += SIDE_BY_SIDE * share * one.words;
      }));
    }
    const most = Math.max(...says);
    return {
      results: ranked(results),
      words: new Set(found.filter((_, n) => says[n] === most).flatMap(({ ways }) => ways.map(([, word]) => word))),
      instead: found.some(({ instead }) => instead) ? sought.map((word, n) => found[n].instead ?? word).join(" ") : "",
    };
  };

  return { put, start, find, shown, wordsOf };
})();

// The dialog: a field, how much was found, and the results in groups, the best ones first. Results are links, so that
// they can be opened elsewhere; the arrows lead through them, and Enter in the field opens the first. Another generator
// has a search of its own.
if (document.querySelector("dialog.search")) {
  const BEST = 3, IN_GROUP = 3, MORE = 20, EXCERPT = 180, BEFORE = 50, WORD = /[\p{L}\p{N}]+(?:[.,]\p{Nd}+)*/gu;
  const dialog = document.querySelector("dialog.search");
  const [field, status] = dialog.children;
  const found = document.createElement("div");
  const made = (tag, given = {}, ...inner) => {
    const element = Object.assign(document.createElement(tag), given);
    element.append(...inner);
    return element;
  };
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // The part of a text that has the most of what was found, with the words marked.
  const marked = (text, words) => {
    const at = [...text.matchAll(WORD)].filter(([word]) => search.wordsOf(word).some((one) => words.has(one)))
      .map(({ 0: word, index }) => [index, index + word.length]);
    const within = ([from]) => at.filter(([start]) => start >= from && start < from + EXCERPT).length;
    const best = at.reduce((one, other) => (!one || within(other) > within(one) ? other : one), null);
    const near = Math.max(0, (best?.[0] ?? 0) - BEFORE), from = near && text.indexOf(" ", near) + 1;
    const to = text.length <= from + EXCERPT ? text.length : text.lastIndexOf(" ", from + EXCERPT);
    const parts = [from ? "… " : ""];
    let end = from;
    for (const [start, stop] of at.filter(([start, stop]) => start >= from && stop <= to)) {
      parts.push(text.slice(end, start), made("mark", {}, text.slice(start, stop)));
      end = stop;
    }
    return [...parts, text.slice(end, to), to < text.length ? " …" : ""];
  };
  const whole = (path) => {
    const url = new URL(path, __md_scope);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  const results = (list, words) => Promise.all(list.map(async ({ entry }) => {
    const { title, address, about, text } = await search.shown(entry);
    const link = made("a", { className: "search__link", href: whole(address) }, made("b", {}, ...marked(title, words)));
    link.append(made("span", { className: "search__about" }, about), made("span", {}, ...marked(text, words)));
    return made("li", {}, link);
  }));
  const group = async (heading, list, most, words, said) => {
    const rest = list.slice(most);
    const section = made("section", {}, made("h2", {}, heading), made("ol", {}, ...await results(list.slice(0, most), words)));
    const more = made("button", { type: "button", className: "search__more" });
    const tell = () => { more.textContent = filled(said.more, { count: rest.length, group: heading }); };
    more.onclick = async () => {
      const others = await results(rest.splice(0, MORE), words);
      section.querySelector("ol").append(...others);
      others[0].firstChild.focus();
      if (rest.length) tell(); else more.remove();
    };
    tell();
    if (rest.length) section.append(more);
    return section;
  };
  const sections = async ({ results: all, words }, { said, groups }) => {
    const others = all.slice(BEST);
    let first = 0;
    const grouped = groups.map(([heading, count]) => {
      const [from, to] = [first, first += count];
      return [heading, others.filter(({ entry }) => entry >= from && entry < to), IN_GROUP];
    });
    const best = (list) => Math.max(...list.map(({ score }) => score));
    const full = grouped.filter(([, list]) => list.length).sort(([, one], [, other]) => best(other) - best(one));
    return Promise.all([[said.best, all.slice(0, BEST), BEST], ...full].map((one) => group(...one, words, said)));
  };

  let latest = 0;
  const look = async () => {
    const turn = latest += 1;
    const typed = field.value.trim();
    const start = await search.start();
    const { said } = start;
    try {
      const all = typed ? await search.find(typed) : null;
      const made = all?.results.length ? await sections(all, start) : [];
      if (turn !== latest) return;
      const count = all?.results.length;
      const told = !all ? said.type : !count ? said.none : count === 1 ? said.one : said.many;
      status.textContent = [all?.instead && count ? said.instead : "", told].filter(Boolean)
        .map((text) => filled(text, { words: typed, instead: all?.instead, count })).join(" ");
      found.replaceChildren(...made);
      found.scrollTop = 0;
    } catch {
      status.textContent = said.failed;
    }
  };

  const dress = async () => {
    const { said } = await search.start();
    const close = made("button", { type: "button", className: "search__close", ariaLabel: said.close, title: said.close }, "×");
    close.onclick = () => dialog.close();
    const form = made("form", { role: "search", className: "search__form" });
    field.before(form);
    form.append(field, close);
    Object.assign(field, { ariaLabel: said.label, placeholder: said.label, autocomplete: "off", autocapitalize: "off" });
    Object.assign(field, { spellcheck: false, enterKeyHint: "search", className: "search__field" });
    status.role = "status";
    found.className = "search__found";
    dialog.append(found);
    form.onsubmit = (event) => {
      event.preventDefault();
      found.querySelector("a")?.click();
    };
    field.oninput = look;
    field.focus();
    await look();
  };
  dialog.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    if (target === dialog || (target.closest("a") && !(ctrlKey || metaKey || shiftKey))) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...found.querySelectorAll("a, button")];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
    event.preventDefault();
  });
  dress().catch(() => {});
}
