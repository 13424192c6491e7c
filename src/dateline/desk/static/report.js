(() => {
  "use strict";
  const link = document.getElementById("fragment");
  const pane = document.getElementById("source");
  const url = link.dataset.url;
  const coded = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
  // A dash, comma or ampersand in the words would be read as the directive's own punctuation.
  const fragment = (words) =>
    words.length <= 12 ? coded(words) : `${coded(words.slice(0, 5))},${coded(words.slice(-5))}`;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const inside = selection.rangeCount > 0 && pane.contains(selection.getRangeAt(0).commonAncestorContainer);
    const words = inside ? selection.toString().trim().split(/\s+/).filter(Boolean) : [];
    link.hidden = !url || words.length === 0;
    if (!link.hidden) link.href = `${url.split("#")[0]}#:~:text=${fragment(words)}`;
  });
  // On a phone the source is out of sight until it is asked for.
  document.querySelector(".to-source a").addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("source-open");
    pane.focus();
  });
  // The source may be long, and a teaser far down in it.
  const begin = document.getElementById(pane.dataset.begins);
  if (!location.hash && begin) pane.scrollTop = begin.offsetTop - pane.clientHeight / 4;
})();
