// Gives the search box that the completion widget draws the name of the field it stands in.
"use strict";

function nameSearch(search) {
    const select = search.closest(".select2-container")?.previousElementSibling;
    const open = document.querySelector(".select2-container--open")?.previousElementSibling;
    const label = document.querySelector(`label[for="${(select?.id || open?.id) ?? ""}"]`);
    if (label && !search.hasAttribute("aria-label")) {
        search.setAttribute("aria-label", label.textContent.replace(/:\s*$/, "").trim());
    }
}

window.addEventListener("load", () => document.querySelectorAll(".select2-search__field").forEach(nameSearch));
document.addEventListener("focusin", (event) => event.target.matches(".select2-search__field") && nameSearch(event.target));
