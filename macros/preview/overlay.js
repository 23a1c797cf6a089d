// Live reload: a page that is looked at asks until there is a newer site. MkDocs would write a script into each page,
// which the policy of the pages forbids.
{
  const { epoch, page } = document.currentScript.dataset;
  let asking = new AbortController();

  const ask = async ({ signal }) => {
    let answer;
    try {
      answer = await fetch(`/livereload/${epoch}/${page}`, { signal });
      if (answer.ok && Number(await answer.text()) > Number(epoch)) location.reload();
    } catch {}
    setTimeout(() => { if (!signal.aborted) ask({ signal }); }, answer?.ok ? 0 : 3000);
  };

  const look = () => {
    asking.abort();
    asking = new AbortController();
    if (document.visibilityState === "visible") ask(asking);
  };

  addEventListener("pageshow", look);
  addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => asking.abort());
}
