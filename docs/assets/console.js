// Consoles: a button beside each command copies it, without the prompts. Where copying is not allowed, the command is
// selected. Bound once for each console.
{
  const PARTS = ".console__prompt, button";

  const typed = (command) => {
    const copy = command.cloneNode(true);
    for (const part of copy.querySelectorAll(PARTS)) part.remove();
    return copy.textContent.trim();
  };

  const bind = (console) => {
    if (console.dataset.bound) return;
    console.dataset.bound = true;
    const { copy, label, copied, byHand } = console.dataset;
    for (const command of console.querySelectorAll(".console__command")) {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "console__copy",
        textContent: copy,
        ariaLabel: label.replace("{command}", () => typed(command)),
      });
      command.append(button);
    }
    const said = Object.assign(document.createElement("span"), { className: "unseen", role: "status" });
    console.querySelector("pre").after(said); // A caption that is not the last part names nothing.

    console.addEventListener("click", async ({ target }) => {
      const button = target.closest(".console__copy");
      if (!button) return;
      const command = button.parentElement;
      try {
        await navigator.clipboard.writeText(typed(command));
        button.textContent = said.textContent = copied;
        setTimeout(() => { button.textContent = copy; said.textContent = ""; }, 2000);
      } catch {
        getSelection().selectAllChildren(command);
        said.textContent = byHand;
      }
    });
  };

  document$.subscribe(() => document.querySelectorAll("[data-console]").forEach(bind));
}
