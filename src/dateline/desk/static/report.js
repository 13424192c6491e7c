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
    offer();
  });
  // Offsets are code points, as everywhere; a browser counts UTF-16 units.
  const offset = (node, units) => {
    const before = document.createRange();
    const segment = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
    if (!segment) return NaN;
    before.setStart(segment, 0);
    before.setEnd(node, units);
    return Number(segment.dataset.s) + [...before.toString()].length;
  };
  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return "";
    const range = selection.getRangeAt(0);
    if (!pane.contains(range.commonAncestorContainer)) return "";
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    return start < end ? `${start}-${end}` : "";
  };
  const spans = (told) => (told ?? "").split(" ").filter(Boolean).map((item) => item.slice(item.lastIndexOf(":") + 1)).join(",");
  const wanted = () => selected() || spans(document.querySelector("a.cited")?.dataset.r ?? pane.dataset.asked);
  const cite = document.getElementById("cite");
  const offer = () => {
    cite.hidden = !wanted();
    if (!cite.hidden) cite.dataset.citation = `${cite.dataset.report}/citation?at=${wanted()}`;
  };
  document.addEventListener("click", (event) => {
    if (event.target !== cite) offer();
  });
  // On a phone the source is out of sight until it is asked for.
  document.querySelector(".to-source a").addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("source-open");
    pane.focus();
  });
  // The source may be long, and a teaser far down in it.
  const begin = document.getElementById(pane.dataset.begins);
  offer();
  if (!location.hash && begin) pane.scrollTop = begin.offsetTop - pane.clientHeight / 4;
})();
