// Adds blank findings to a piece of evidence. Without this script one blank finding is on the page.
"use strict";

function addFinding(findings) {
    const blank = findings.querySelector("[data-blank]");
    const total = findings.querySelector("input[name$='-TOTAL_FORMS']");
    const row = blank.cloneNode(true);
    const prefix = total.name.replace(/-TOTAL_FORMS$/, "");
    for (const element of row.querySelectorAll("*")) {
        for (const name of ["id", "name", "for", "aria-describedby"]) {
            const value = element.getAttribute(name);
            if (value && value.includes(`${prefix}-__prefix__`)) {
                element.setAttribute(name, value.replace(`${prefix}-__prefix__`, `${prefix}-${total.value}`));
            }
        }
    }
    row.removeAttribute("data-blank");
    row.hidden = false;
    row.open = true;
    total.value = Number(total.value) + 1;
    blank.before(row);
    row.querySelector("textarea, input, select").focus();
}

function offer(findings) {
    if (findings.querySelector(".add-finding")) {
        return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "add-finding";
    button.textContent = findings.dataset.add;
    findings.append(button);
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-findings]").forEach(offer));
document.addEventListener("formset:added", (event) => event.target.querySelectorAll("[data-findings]").forEach(offer));
document.addEventListener("click", (event) => {
    const button = event.target.closest(".add-finding");
    if (button) {
        addFinding(button.closest("[data-findings]"));
    }
});
