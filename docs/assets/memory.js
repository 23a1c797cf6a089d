// What the reader has read and answered, in this browser's storage alone. Each piece is looked at by itself whenever it
// is read: what was edited by hand, broken or written by another version is left out, and the rest stays. Where nothing
// can be stored, it is remembered until the page is left; no call throws.
{
  const VERSION = 1;
  // Days until a question is asked again: a right answer moves it one box up, a wrong one back into the first.
  const BOXES = [1, 2, 4, 8, 16];
  // More is not what this site wrote.
  const MOST = 5000, LONGEST = 1000, LARGEST = 1000000;

  const later = (day, days) => new Date(Date.parse(day) + days * 86400000).toISOString().slice(0, 10);
  const today = () => {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };

  const is = {
    text: (value) => typeof value === "string" && value.length <= LONGEST,
    truth: (value) => typeof value === "boolean",
    count: (value) => Number.isInteger(value) && value >= 0 && value <= 1000000,
    box: (value) => is.count(value) && value >= 1 && value <= BOXES.length,
    day: (value) => /^2\d{3}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && later(value, 0) === value,
    // A page of this site, never another site's or a script.
    page: (value) => is.text(value) && /^(?![/.])[^:\\?#]*$/.test(value) && !value.includes(".."),
    given: (value) => Array.isArray(value) && value.length <= 50 && value.every((one) => is.text(one) || is.count(one)),
    question: (value) => is.text(value) && /^[^/\s]+\/[^/\s]+$/.test(value),
    last: (value) => value === "last",
  };
  const fields = (known) => (value) =>
    value?.constructor === Object && Object.entries(known).every(([name, right]) => Object.hasOwn(value, name) && is[right](value[name]));
  const PARTS = {
    read: ["page", is.day],
    answers: ["question", fields({ given: "given", right: "truth", day: "day", box: "box", missed: "count" })],
    predictions: ["question", fields({ given: "text", right: "truth", day: "day" })],
    place: ["last", fields({ url: "page", section: "text", title: "text" })],
  };
  const fits = (part, key, value) => Object.hasOwn(PARTS, part) && is[PARTS[part][0]](key) && PARTS[part][1](value);

  // Returns what is right by form, and how many pieces are not.
  const checked = (found) => {
    const known = {};
    let taken = 0, ignored = 0;
    for (const part of Object.keys(PARTS)) {
      known[part] = Object.create(null);
      const entries = Object.entries(found?.[part]?.constructor === Object ? found[part] : {});
      for (const [key, value] of entries) {
        const right = fits(part, key, value) && taken < MOST;
        right ? taken++ : ignored++;
        if (right) known[part][key] = value;
      }
      if (found?.[part] !== undefined && found[part]?.constructor !== Object) ignored++;
    }
    return { known, taken, ignored };
  };

  let kept = null; // Of this page alone, where the browser stores nothing.
  const read = () => kept ?? checked(__md_get("memory")).known;
  const tell = () => document.dispatchEvent(new CustomEvent("remembered"));
  const write = (known) => {
    const all = { version: VERSION, ...known };
    __md_set("memory", all);
    kept = JSON.stringify(__md_get("memory")) === JSON.stringify(all) ? null : known;
    tell();
  };

  const memory = {
    today,
    all: (part) => (Object.hasOwn(PARTS, part) ? read()[part] : {}),
    get: (part, key) => memory.all(part)[key],
    set: (part, key, value) => {
      const known = read();
      if (!fits(part, key, value)) return;
      known[part][key] = value;
      write(known);
    },
    // A question that was never answered is one of the first box, and due. Before one is due, a right answer changes nothing.
    answered: (id, given, right, day = today()) => {
      const before = memory.get("answers", id);
      const due = !before || memory.due([id], day).length;
      const box = !right ? 1 : Math.min((before?.box ?? 1) + (due ? 1 : 0), BOXES.length);
      const missed = (before?.missed ?? 0) + (right ? 0 : 1);
      memory.set("answers", id, { given, right, day: right && !due ? before.day : day, box, missed });
    },
    predicted: (id, given, right, day = today()) => memory.set("predictions", id, { given, right, day }),
    // The day on which a question is asked again; one that was answered in the future, by a wrong clock, is asked at once.
    dueOn: (id, day = today()) => {
      const answer = memory.get("answers", id);
      return answer && (answer.day > day ? day : later(answer.day, BOXES[answer.box - 1]));
    },
    due: (ids, day = today()) => {
      const answers = memory.all("answers");
      const boxOf = (id) => answers[id].box;
      return ids.filter((id) => answers[id] && memory.dueOn(id, day) <= day).sort((one, other) => boxOf(one) - boxOf(other));
    },
    // Whether this browser stores anything: asked anew, since it may be full by now, or free again.
    stored: () => {
      const key = `${__md_scope.pathname}.tried`;
      try {
        localStorage.setItem(key, "");
        localStorage.removeItem(key);
        return kept === null;
      } catch { return false; }
    },
    text: () => `${JSON.stringify({ version: VERSION, ...read() }, null, 1)}\n`,
    // Of a piece that stands here and there, the later one stays.
    take: (text) => {
      let found = null;
      try { if (text.length <= LARGEST) found = JSON.parse(text); } catch {}
      if (found?.constructor !== Object) return { taken: 0, ignored: 1 };
      const { known, taken, ignored } = checked(found);
      const all = read();
      const day = (value) => value?.day ?? value;
      for (const part of Object.keys(PARTS)) {
        for (const [key, value] of Object.entries(known[part])) {
          if (!(day(all[part][key]) > day(value))) all[part][key] = value;
        }
      }
      if (taken) write(all);
      return { taken, ignored };
    },
    forget: () => {
      kept = null;
      for (const [store, key] of [["localStorage", "memory"], ["sessionStorage", "kept"]]) {
        try { globalThis[store].removeItem(`${__md_scope.pathname}.${key}`); } catch { kept = checked(null).known; }
      }
      tell();
    },
  };
  globalThis.memory = memory;

  // What another window of this browser remembers is known here, too.
  addEventListener("storage", ({ key }) => { if (key === null || key === `${__md_scope.pathname}.memory`) tell(); });
  tell();
}
