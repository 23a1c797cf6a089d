// Share a lesson: the browser's own share sheet where there is one, else the address is copied.
// Bound once to the document, so it also works on pages that are swapped in.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-share]");
  if (!button) return;
  const said = button.parentElement.querySelector("[role=status]");
  const url = location.href.split("#")[0];
  try {
    if (navigator.share) {
      await navigator.share({ title: button.dataset.share, url });
    } else {
      await navigator.clipboard.writeText(url);
      said.textContent = said.dataset.copied;
    }
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = said.dataset.byHand.replace("{address}", () => url);
  }
});
