(() => {
  "use strict";
  const told = document.getElementById("progress");
  const bar = document.querySelector("progress");
  const look = async () => {
    const answer = await fetch(`/job/${told.dataset.job}/progress`);
    const state = await answer.json();
    if (state.finished) {
      location.reload();
      return;
    }
    if (told.textContent !== state.told) told.textContent = state.told;
    bar.max = state.of + 1;
    bar.value = state.done;
    setTimeout(look, 500);
  };
  setTimeout(look, 300);
})();
