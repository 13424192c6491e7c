(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const pane = document.getElementById("source");
  const segments = new Map();
  for (const page of pane.querySelectorAll("[data-page]")) {
    segments.set(page.dataset.page, [...page.querySelectorAll("[data-s]")]);
  }
  const ranges = (link) =>
    link.dataset.r.split(" ").filter(Boolean).map((item) => {
      const [page, span] = [item.slice(0, item.lastIndexOf(":")), item.slice(item.lastIndexOf(":") + 1)];
      const [start, end] = span.split("-").map(Number);
      return { page, start, end };
    });
  const clear = () => {
    for (const node of document.querySelectorAll(".hit, .cited")) node.classList.remove("hit", "cited");
  };
  const show = (link) => {
    clear();
    link.classList.add("cited");
    let first = null;
    for (const { page, start, end } of ranges(link)) {
      for (const segment of segments.get(page) ?? []) {
        const s = Number(segment.dataset.s), e = Number(segment.dataset.e);
        if (s >= start && e <= end) {
          segment.classList.add("hit");
          first ??= segment;
        }
      }
    }
    if (!first) return;
    root.classList.add("source-open");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    document.getElementById("where").textContent = link.dataset.r.split(" ").map((item) => item.slice(item.lastIndexOf(":") + 1).replace("-", "–")).join(", ");
  };
  const facts = [...document.querySelectorAll("a[data-r]")];
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-r]");
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      show(link);
      return;
    }
    const segment = event.target.closest("[data-s].fact");
    if (segment) {
      const page = segment.closest("[data-page]").dataset.page;
      const at = Number(segment.dataset.s);
      let best = null, size = Infinity;
      for (const fact of facts) {
        for (const range of ranges(fact)) {
          if (range.page === page && range.start <= at && at < range.end && range.end - range.start < size) {
            best = fact;
            size = range.end - range.start;
          }
        }
      }
      if (best) {
        best.closest("details")?.setAttribute("open", "");
        show(best);
        best.scrollIntoView({ block: "center" });
        best.focus({ preventScroll: true });
      }
    }
  });
  document.getElementById("close").addEventListener("click", () => {
    root.classList.remove("source-open");
    document.querySelector(".cited")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.remove("source-open");
  });
})();
