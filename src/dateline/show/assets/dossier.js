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
  // To the line that tells a fact, and of its links to the one whose words hold the place.
  const tell = (line, page, at) => {
    const links = [...line.querySelectorAll("a[data-r]")];
    const holds = (link) => ranges(link).some((range) => range.page === page && range.start <= at && at < range.end);
    const link = links.find(holds) ?? links[0];
    if (link) reach(link);
  };
  const reach = (link) => {
    for (let box = link.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    show(link);
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-r]");
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      show(link);
      return;
    }
    const segment = event.target.closest("a[data-s]");
    const line = segment && document.getElementById(segment.hash.slice(1));
    if (line) {
      event.preventDefault();
      history.replaceState(null, "", segment.hash);
      tell(line, segment.closest("[data-page]").dataset.page, Number(segment.dataset.s));
    }
  });
  document.getElementById("close").addEventListener("click", () => {
    root.classList.remove("source-open");
    document.querySelector(".cited")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.remove("source-open");
  });
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked && pane.contains(asked)) {
    // The line that tells these very words comes into sight with them.
    const line = [...document.querySelectorAll("a[data-r]")].find((link) => link.dataset.r === pane.dataset.asked);
    if (line) reach(line);
    root.classList.add("source-open");
    asked.scrollIntoView({ block: "center" });
  } else if (asked?.querySelector(":scope a[data-r]") && asked.matches("li, tr")) tell(asked);
})();
