(() => {
  "use strict";
  const MARGIN = 24, ROW = 24, AXIS = 40, LETTER = 6.8, BOLD = 8.5, DOT = 10, TICK = 62, GAP = 400, LEAST = 0.01;
  const NS = "http://www.w3.org/2000/svg", DAY = 864e5;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  for (const root of document.querySelectorAll(".dateline-timeline")) {
    const svg = root.querySelector("svg.drawn");
    if (!svg || svg.dataset.ready) continue;
    svg.dataset.ready = "yes";
    const knots = svg.dataset.knots.split(" ").map((knot) => knot.split(",").map(Number));
    const marks = [...svg.querySelectorAll(".mark")].map((node) => ({
      node, from: Number(node.dataset.from), to: Number(node.dataset.to),
      rect: node.querySelector("rect"), text: node.querySelector("text"),
      when: node.querySelector(".when").textContent, words: node.dataset.words,
    }));
    const axis = svg.querySelector(".axis");
    let low = 0, high = 1, wide = 1000;

    const between = (value, key, other) => {
      let at = knots.findIndex((knot) => knot[key] > value) - 1;
      if (at === -2) at = knots.length - 2;
      const a = knots[Math.max(at, 0)], b = knots[Math.max(at, 0) + 1];
      const part = Math.min(Math.max((value - a[key]) / (b[key] - a[key]), 0), 1);
      return a[other] + part * (b[other] - a[other]);
    };
    const share = (day) => between(day, 0, 1);
    const dayOf = (part) => between(part, 1, 0);
    const place = (day) => MARGIN + (share(day) - low) / (high - low) * (wide - 2 * MARGIN);
    const add = (name, fields, words) => {
      const node = document.createElementNS(NS, name);
      for (const [key, value] of Object.entries(fields)) node.setAttribute(key, value);
      if (words) node.textContent = words;
      return node;
    };

    const candidates = function* () {
      const start = dayOf(low), end = dayOf(high);
      const first = new Date(start * DAY), last = new Date(end * DAY);
      for (const step of [500, 100, 50, 20, 10, 5, 2, 1])
        for (let y = Math.ceil(first.getUTCFullYear() / step) * step; y <= last.getUTCFullYear(); y += step)
          yield [Date.UTC(y, 0, 1) / DAY, String(y)];
      const months = (last.getUTCFullYear() - first.getUTCFullYear() + 1) * 12;
      for (const step of [6, 3, 1])
        for (let m = 0; m < months; m += step) {
          const day = new Date(Date.UTC(first.getUTCFullYear(), m, 1));
          yield [day / DAY, `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`];
        }
      for (let n = 0; n + 1 < knots.length; n++) {
        const [a, b] = [knots[n][0], knots[n + 1][0]];
        if (b - a > 62 && (high - low) > 0.3) continue;
        for (let day = Math.ceil(Math.max(a, start)); day <= Math.min(b, end) && day - a < 800; day++) {
          const date = new Date(day * DAY);
          yield [day, `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`];
        }
      }
    };

    const drawAxis = (height) => {
      const nodes = [], taken = [];
      for (let n = 0; n + 1 < knots.length; n++) {
        const x1 = Math.max(place(knots[n][0]), 0), x2 = Math.min(place(knots[n + 1][0]), wide);
        if (x2 <= x1) continue;
        const line = add("line", { class: "base", x1, x2, y1: 24, y2: 24 });
        if (knots[n + 1][0] - knots[n][0] > GAP) line.setAttribute("stroke-dasharray", "2 5");
        nodes.push(line);
      }
      for (const [day, label] of candidates()) {
        const x = place(day);
        if (x < MARGIN - 1 || x > wide - MARGIN + 1 || taken.some((other) => Math.abs(other - x) < TICK)) continue;
        taken.push(x);
        nodes.push(add("line", { x1: x, x2: x, y1: 20, y2: height }));
        nodes.push(add("text", { x, y: 14, "text-anchor": "middle" }, label));
      }
      axis.replaceChildren(...nodes);
    };

    const draw = () => {
      wide = Math.max(svg.clientWidth || 1000, 280);
      const rows = [];
      for (const mark of marks) {
        const left = Math.max(place(mark.from), 0), right = Math.min(place(mark.to), wide);
        const shown = place(mark.to) >= 0 && place(mark.from) <= wide;
        mark.node.style.display = shown ? "" : "none";
        if (!shown) continue;
        const width = Math.max(right - left, DOT);
        const lead = 7 + mark.when.length * BOLD + LETTER;
        const full = lead + Math.min(mark.words.length, 90) * LETTER;
        const after = wide - left - width - 4, before = left - 4;
        const flip = after < full && before > after;
        const room = Math.min(flip ? before : after, full);
        const inside = room < 120;
        const letters = Math.floor(((inside ? wide - 16 : room) - lead) / LETTER);
        const words = mark.words.length <= letters ? mark.words
          : letters > 6 ? `${mark.words.slice(0, letters - 1).trimEnd()}…` : "";
        const reach = lead + words.length * LETTER;
        const start = inside ? 0 : flip ? left - reach : left;
        const until = inside ? wide : flip ? left + width : left + width + reach;
        let row = rows.findIndex((taken) => taken <= start);
        if (row < 0) row = rows.length;
        rows[row] = until + 12;
        if (inside) rows[row + 1] = wide + 12;
        const y = AXIS + row * ROW;
        for (const [key, value] of Object.entries({ x: left, y, width })) mark.rect.setAttribute(key, value.toFixed(1));
        mark.text.querySelector(".words").textContent = words;
        mark.text.setAttribute("x", inside ? 8 : flip ? left - 7 : left + width + 7);
        mark.text.setAttribute("y", inside ? y + 26 : y + 9);
        mark.text.setAttribute("text-anchor", flip && !inside ? "end" : "start");
      }
      const height = AXIS + rows.length * ROW + 6;
      svg.setAttribute("viewBox", `0 0 ${wide} ${height}`);
      drawAxis(height);
    };

    const zoom = (factor, centre = (low + high) / 2) => {
      const size = Math.min(Math.max((high - low) * factor, LEAST), 1);
      const part = (centre - low) / (high - low);
      low = Math.min(Math.max(centre - size * part, 0), 1 - size);
      high = low + size;
      draw();
    };
    const pan = (by) => {
      const step = Math.min(Math.max(by, -low), 1 - high);
      low += step; high += step;
      draw();
    };
    const partAt = (event) => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * wide;
      return low + (x - MARGIN) / (wide - 2 * MARGIN) * (high - low);
    };

    // A plain wheel scrolls the page; with a modifier, or pinching, it zooms.
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.8 : 1.25, partAt(event));
    }, { passive: false });
    let held = null, moved = false;
    svg.addEventListener("pointerdown", (event) => { held = partAt(event); moved = false; });
    svg.addEventListener("pointermove", (event) => {
      if (held === null) return;
      const by = held - partAt(event);
      if (!moved && Math.abs(by) < 0.004 * (high - low)) return;
      if (!moved) svg.setPointerCapture(event.pointerId);
      moved = true;
      pan(by);
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"])
      svg.addEventListener(name, () => { held = null; });
    svg.addEventListener("dblclick", (event) => zoom(0.5, partAt(event)));
    svg.addEventListener("click", (event) => {
      const mark = event.target.closest(".mark");
      if (!mark || moved) return;
      const item = [...root.querySelectorAll("li[data-entry]")].find((one) => one.dataset.entry === mark.dataset.entry);
      if (!item) return;
      root.querySelectorAll(".chosen").forEach((one) => one.classList.remove("chosen"));
      item.classList.add("chosen");
      item.scrollIntoView({ block: "center", behavior: "smooth" });
    });
    svg.addEventListener("keydown", (event) => {
      const step = (high - low) / 8;
      const act = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4), "0": () => zoom(1e9),
        ArrowLeft: () => pan(-step), ArrowRight: () => pan(step) }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    const controls = root.querySelector(".controls");
    controls.hidden = false;
    controls.addEventListener("click", (event) => {
      const how = event.target.closest("button")?.dataset.zoom;
      if (how) zoom({ in: 0.6, out: 1.7, all: 1e9 }[how]);
    });
    new ResizeObserver(() => { if (svg.clientWidth && svg.clientWidth !== wide) draw(); }).observe(svg);
    draw();
  }
})();
