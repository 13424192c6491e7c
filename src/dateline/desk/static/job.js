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
    told.textContent = `${state.done} of ${state.of} read`;
    bar.value = state.done;
    setTimeout(look, 500);
  };
  setTimeout(look, 300);
})();
