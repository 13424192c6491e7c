(() => {
  "use strict";
  for (const root of document.querySelectorAll(".dateline-timeline")) {
    const svg = root.querySelector("svg.drawn");
    if (!svg || svg.dataset.ready) continue;
    svg.dataset.ready = "yes";
    const WIDTH = 1000, MARGIN = 30, ROW = 26, AXIS = 34, LETTER = 6.6;
    const all = [Number(svg.dataset.low), Number(svg.dataset.high)];
    let [low, high] = all;
    const marks = [...svg.querySelectorAll(".mark")];
    const axis = svg.querySelector(".axis");
    const NS = "http://www.w3.org/2000/svg";
    const iso = (day) => new Date(day * 864e5).toISOString();

    const ticks = () => {
      const span = high - low, out = [];
      const first = new Date(low * 864e5), last = new Date(high * 864e5);
      if (span > 730) {
        const years = last.getUTCFullYear() - first.getUTCFullYear();
        const step = [1, 2, 5, 10, 20, 50, 100, 200].find((n) => years / n <= 10) || 500;
        for (let y = Math.ceil(first.getUTCFullYear() / step) * step; y <= last.getUTCFullYear(); y += step)
          out.push([Date.UTC(y, 0, 1) / 864e5, String(y)]);
      } else if (span > 60) {
        const months = span / 30.4, step = Math.max(1, Math.round(months / 8));
        for (let m = 0; m <= months + 1; m += step) {
          const day = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + m, 1) / 864e5;
          out.push([day, iso(day).slice(0, 7)]);
        }
      } else {
        const step = Math.max(span / 8, 1 / 24);
        const whole = span > 8;
        for (let d = whole ? Math.ceil(low) : low; d <= high; d += whole ? Math.ceil(step) : step)
          out.push([d, iso(d).slice(0, whole ? 10 : 16).replace("T", " ")]);
      }
      return out.filter(([day]) => day >= low && day <= high);
    };

    const draw = () => {
      const scale = (WIDTH - 2 * MARGIN) / (high - low);
      const rows = [];
      for (const mark of marks) {
        const from = Number(mark.dataset.from), to = Number(mark.dataset.to);
        mark.style.display = to < low || from > high ? "none" : "";
        if (mark.style.display) continue;
        const left = Math.max(MARGIN + (from - low) * scale, 0);
        const right = Math.min(MARGIN + (to - low) * scale, WIDTH);
        const width = Math.max(right - left, 6);
        const rect = mark.querySelector("rect"), text = mark.querySelector("text");
        const reach = text.textContent.length * LETTER;
        const flip = left + width + 8 + reach > WIDTH && left - 8 - reach > 0;
        const inside = !flip && left + width + 8 + reach > WIDTH;
        const start = flip ? left - 8 - reach : left;
        const until = flip ? left + width : inside ? WIDTH : left + width + 8 + reach;
        let row = rows.findIndex((taken) => taken <= start);
        if (row < 0) row = rows.length;
        rows[row] = until + 12;
        const y = AXIS + row * ROW;
        rect.setAttribute("x", left); rect.setAttribute("y", y); rect.setAttribute("width", width);
        text.setAttribute("x", flip ? left - 6 : inside ? Math.max(WIDTH - reach - 4, 4) : left + width + 6);
        text.setAttribute("y", inside ? y + 23 : y + 10);
        text.setAttribute("text-anchor", flip ? "end" : "start");
      }
      const height = AXIS + rows.length * ROW + 18;
      svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
      axis.replaceChildren(...ticks().flatMap(([day, label]) => {
        const x = MARGIN + (day - low) * scale;
        const line = document.createElementNS(NS, "line");
        for (const [key, value] of Object.entries({ x1: x, x2: x, y1: 20, y2: height })) line.setAttribute(key, value);
        const text = document.createElementNS(NS, "text");
        text.setAttribute("x", x); text.setAttribute("y", 14); text.setAttribute("text-anchor", "middle");
        text.textContent = label;
        return [line, text];
      }));
    };

    const zoom = (factor, centre = (low + high) / 2) => {
      const span = Math.min(Math.max((high - low) * factor, 0.5), all[1] - all[0]);
      const share = (centre - low) / (high - low);
      low = Math.max(centre - span * share, all[0]);
      high = Math.min(low + span, all[1]);
      low = Math.max(high - span, all[0]);
      draw();
    };
    const pan = (days) => {
      const by = Math.min(Math.max(days, all[0] - low), all[1] - high);
      low += by; high += by;
      draw();
    };
    const dayAt = (event) => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * WIDTH;
      return low + (x - MARGIN) / (WIDTH - 2 * MARGIN) * (high - low);
    };

    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.8 : 1.25, dayAt(event));
    }, { passive: false });
    let held = null;
    svg.addEventListener("pointerdown", (event) => { held = dayAt(event); svg.setPointerCapture(event.pointerId); });
    svg.addEventListener("pointermove", (event) => { if (held !== null) pan(held - dayAt(event)); });
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, () => { held = null; });
    svg.addEventListener("keydown", (event) => {
      const step = (high - low) / 8;
      const act = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1.4), "0": () => zoom(1e9),
        ArrowLeft: () => pan(-step), ArrowRight: () => pan(step) }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    const controls = root.querySelector(".controls");
    controls.hidden = false;
    controls.addEventListener("click", (event) => {
      const how = event.target.dataset.zoom;
      if (how) zoom({ in: 0.6, out: 1.7, all: 1e9 }[how]);
    });
  }
})();
