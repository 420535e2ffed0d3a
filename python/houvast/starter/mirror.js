"use strict";
const form = document.querySelector("form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const part of document.querySelectorAll("[data-answer]")) {
    const chosen = form.querySelector(`input[name="${part.dataset.answer}"]:checked`);
    part.hidden = chosen === null;
    part.querySelector("output").textContent = chosen === null ? "" : chosen.parentElement.textContent.trim();
  }
  const result = document.getElementById("result");
  result.hidden = false;
  result.scrollIntoView();
});
