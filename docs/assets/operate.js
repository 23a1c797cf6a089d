// What all pictures to operate share: the state of their controls in the address, what is announced, and the SVG as it
// is seen. Each kind has a script of its own, which calls operate(KIND, bind): bind is given a figure and returns what
// shows a state, an object with the value of each control by its name, and returns what is said of it, if anything is.
// A third argument makes controls that are not in the page, before any is read.
// A value in the address that no control can have is passed over, so that what was there at first is shown.
{
  const PAUSE = 1000; // Milliseconds, at least, between two announcements.
  const REST = 250; // Milliseconds without a change before the address says it: browsers refuse to be asked more often.
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const value = (control) => (control.type === "checkbox" ? (control.checked ? "on" : "off") : control.value);
  const isChosen = (control) => control.name && (control.type !== "radio" || control.checked);
  const state = (form) => Object.fromEntries([...form.elements].filter(isChosen).map((control) => [control.name, value(control)]));

  // Native controls say themselves what they can be set to.
  const set = (form, name, given) => {
    const controls = [...form.elements].filter((control) => control.name === name);
    const radio = controls.find((control) => control.type === "radio" && control.value === given);
    const [control] = controls;
    if (radio) radio.checked = true;
    else if (control?.type === "checkbox") control.checked = given === "on" || (given !== "off" && control.checked);
    else if (control && control.type !== "radio") {
      const before = control.value;
      control.value = given;
      if (given === "" || control.value !== given || !control.checkValidity()) control.value = before;
    }
  };

  const speaker = (status) => {
    let last = 0;
    let timer;
    return (text) => {
      clearTimeout(timer);
      timer = setTimeout(() => { last = Date.now(); status.textContent = text; }, Math.max(0, last + PAUSE - Date.now()));
    };
  };

  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "visibility", "font-family", "font-size", "font-weight", "text-anchor", "paint-order"];
  // The drawing that is seen, with the colours that it has now.
  const copied = (figure) => {
    const drawing = all("svg.dg", figure).find((one) => one.getClientRects().length && getComputedStyle(one).visibility === "visible");
    const copy = drawing.cloneNode(true);
    const copies = [copy, ...all("*", copy)];
    for (const [index, part] of [drawing, ...all("*", drawing)].entries()) {
      const look = getComputedStyle(part);
      if (look.display === "none") copies[index].setAttribute("display", "none");
      for (const name of LOOKS) copies[index].setAttribute(name, look.getPropertyValue(name));
      for (const { name } of [...copies[index].attributes]) if (/^(class|data-|style)/.test(name)) copies[index].removeAttribute(name);
    }
    const { width, height } = drawing.getBoundingClientRect();
    if (!copy.hasAttribute("viewBox")) for (const [name, size] of Object.entries({ width, height })) copy.setAttribute(name, size);
    return copy;
  };
  // The same on its ground and with its title. A kind that shows no drawing gives one: as the property drawing of what bind returns.
  const seen = (figure, show) => {
    const copy = show.drawing?.() ?? copied(figure);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("style", `background:${getComputedStyle(document.body).backgroundColor}`);
    copy.querySelector(":scope > title")?.remove();
    copy.prepend(Object.assign(document.createElementNS("http://www.w3.org/2000/svg", "title"), { textContent: figure.ariaLabel }));
    return new XMLSerializer().serializeToString(copy);
  };
  const offer = (figure, show) => {
    const files = figure.querySelector(".take-away details");
    if (!files) return;
    const link = Object.assign(document.createElement("a"), { href: "#", textContent: figure.dataset.saved, download: `${figure.dataset.name}.svg` });
    link.addEventListener("click", () => {
      link.href = URL.createObjectURL(new Blob([seen(figure, show)], { type: "image/svg+xml" }));
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
    files.append(" ", link);
  };

  const kinds = {};
  const begin = (figure) => {
    const { bind, prepare } = kinds[figure.dataset.operated] ?? {};
    if (!bind || figure.dataset.bound) return;
    prepare(figure);
    figure.dataset.bound = true;
    const form = figure.querySelector("[data-controls]");
    const say = speaker(figure.querySelector("[role=status]"));
    const prefix = `${figure.dataset.name}.`;
    const untouched = form.cloneNode(true);
    untouched.reset();
    const first = state(untouched);
    const isSet = (name) => state(form)[name] !== first[name];
    const wasSet = Object.keys(first).some(isSet);
    const show = bind(figure, { say, form });
    // What was set before this script came, or is kept by the browser, stays; the address says the rest.
    for (const [key, given] of new URLSearchParams(location.search)) {
      const name = key.startsWith(prefix) ? key.slice(prefix.length) : "";
      if (name && !isSet(name)) set(form, name, given);
    }
    let resting;
    const note = () => {
      if (!figure.isConnected) return;
      const url = new URL(location);
      for (const [name, now] of Object.entries(state(form))) {
        now === first[name] ? url.searchParams.delete(prefix + name) : url.searchParams.set(prefix + name, now);
      }
      history.replaceState(history.state, "", url);
    };
    const changed = () => {
      if (!form.checkValidity()) return;
      clearTimeout(resting);
      resting = setTimeout(note, REST);
      const text = show(state(form));
      if (text) say(text);
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", changed);
    form.addEventListener("reset", () => setTimeout(() => { changed(); say(figure.dataset.reset); }));
    show(state(form));
    if (wasSet) note();
    offer(figure, show);
  };
  const beginAll = () => all("figure[data-operated]").forEach(begin);

  globalThis.operate = (kind, bind, prepare = () => {}) => {
    kinds[kind] = { bind, prepare };
    beginAll();
  };
  document$.subscribe(beginAll);
}
