(() => {
  "use strict";
  const typing = (node) => node.matches("input, textarea, select, [contenteditable]");
  const lines = () =>
    [...document.querySelectorAll("main h2 a, main .content a.fact")].filter((node) => node.offsetParent);
  const step = (by) => {
    const links = lines();
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    if (!links[next]) return;
    links[next].focus();
    links[next].scrollIntoView({ block: "center" });
  };
  const acts = {
    "/": () => document.getElementById("q").focus(),
    j: () => step(1),
    k: () => step(-1),
    f: () => location.assign("/"),
    a: () => location.assign("/agenda"),
    p: () => location.assign("/paste"),
    c: () => document.querySelector("#cite:not([hidden]), .cite")?.click(),
  };
  // What was copied is told to who does not see the button change, too.
  const copied = async (button) => {
    const said = (words) => {
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
      document.getElementById("said-aloud").textContent = words;
    };
    try {
      const answer = await fetch(button.dataset.citation);
      if (!answer.ok) throw new Error(answer.statusText);
      await navigator.clipboard.writeText(await answer.text());
      said("Copied");
    } catch {
      // No clipboard without a secure address: the citation itself can be copied by hand.
      location.assign(button.dataset.citation);
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-citation]");
    if (button) copied(button);
  });
  // One button for all lines: it goes into the margin of the line that is pointed at or has the
  // focus, where it covers none of its links.
  const lists = ".statements, .entries, .timeline, .reports, .cuts";
  const fact = (node) => node.closest?.(`main :is(${lists}) > li`)?.querySelector("a.fact[href*='?at=']");
  const cite = document.createElement("button");
  cite.type = "button";
  cite.className = "cite";
  cite.textContent = "❝";
  cite.title = "Copy citation";
  cite.setAttribute("aria-label", "Copy citation");
  const offer = (event) => {
    if (event.target === cite) return;
    const link = fact(event.target);
    if (!link || link.closest("#source, .stories")) return;
    const [report, at] = link.href.split("#")[0].split("?at=");
    cite.dataset.citation = `${report}/citation?at=${at}`;
    const line = link.closest("li");
    if (cite.parentElement !== line) line.append(cite);
  };
  document.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") offer(event); });
  document.addEventListener("focusin", offer);
  // Single keys must be possible to turn off (WCAG 2.1.4): speech input would press them.
  const choice = document.getElementById("keys");
  let on = true;
  try { on = localStorage.getItem("keys") !== "off"; } catch { /* storage is switched off */ }
  choice.checked = on;
  choice.addEventListener("change", () => {
    on = choice.checked;
    try { localStorage.setItem("keys", on ? "on" : "off"); } catch { /* as above */ }
  });
  document.getElementById("about-keys").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
