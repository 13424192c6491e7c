(() => {
  "use strict";
  const form = document.getElementById("paste");
  const files = document.getElementById("files");
  document.getElementById("drop-hint").hidden = false;
  const over = (event) => {
    event.preventDefault();
    form.classList.add("over");
  };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", () => form.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) {
      files.files = event.dataTransfer.files;
      form.requestSubmit();
      return;
    }
    const text = event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
    const field = form.elements.urls && /^https?:\/\/\S+$/.test(text.trim()) ? form.elements.urls : form.elements.text;
    field.value = text;
    field.focus();
  });
})();
