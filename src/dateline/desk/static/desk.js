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
  };
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
