// A page on paper: for as long as it is printed, a letter stands behind each link, and the addresses are spelt out once at
// its end, with those of its sources. The letters are not among what is seen or read before and after.
{
  const made = (name, css, text = "") => Object.assign(document.createElement(name), { className: css, textContent: text });
  const letters = (number) => (number < 26 ? "" : letters(Math.floor(number / 26) - 1)) + String.fromCharCode(97 + number % 26);
  const shown = (link) => link.textContent.replace(/\s|^https:\/\/|[/…]+$/g, "");
  const clear = () => { for (const one of document.querySelectorAll(".addresses, .addresses__mark")) one.remove(); };
  const spell = () => {
    clear();
    const article = document.querySelector("article:not(:has(.sheet))");
    const marks = new Map(), sources = new Map();
    for (const link of article?.querySelectorAll("a[href]") ?? []) {
      const { href } = link;
      if (link.closest(".headerlink, .edits, .share, .take-away, .term") || href.startsWith(`${location.href.split("#")[0]}#`)) continue;
      if (!link.checkVisibility({ visibilityProperty: true }) || href.replace(/^\w+:\/\//, "").startsWith(shown(link))) continue;
      if (link.closest(".cite")) {
        sources.set(href, link.textContent);
        continue;
      }
      if (!marks.has(href)) marks.set(href, letters(marks.size));
      link.after(made("sup", "addresses__mark", marks.get(href)));
    }
    if (!(marks.size + sources.size)) return;
    const section = made("section", "addresses"), list = made("ul", "");
    for (const [href, name] of [...marks, ...sources]) {
      const item = made("li", "");
      item.append(made("b", "", name), ` ${decodeURI(href)}`);
      list.append(item);
    }
    section.append(made("h2", "", words.addresses), list);
    article.append(section);
  };
  addEventListener("beforeprint", spell);
  addEventListener("afterprint", clear);
}
