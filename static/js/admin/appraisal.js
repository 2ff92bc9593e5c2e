// Judges the answers while a curator gives them. The form's own button does the same without this script.

const form = document.querySelector("#appraisal_form");
let asking;

function mark(place, judged) {
    place.dataset.symbol = judged.symbol;
    place.querySelector(".symbol").textContent = judged.symbol;
    place.querySelector(".word").textContent = judged.word;
}

function showLight(place, judged, name) {
    mark(place.querySelector(".light"), judged);
    mark(form.querySelector(`[data-strip="${CSS.escape(name)}"]`), judged);
}

function reasonsOf(path) {
    return path.map((reason) => {
        const item = document.createElement("li");
        item.textContent = reason;
        return item;
    });
}

function showDomain(judged) {
    const place = form.querySelector(`[data-domain="${CSS.escape(judged.id)}"]`);
    showLight(place, judged, judged.id);
    place.querySelector(".path").replaceChildren(...reasonsOf(judged.path));
}

function showOverall(overall) {
    const place = form.querySelector("[data-overall]");
    showLight(place, overall, "overall");
    place.querySelector(".reason").textContent = overall.reason;
    place.querySelector(".refused").textContent = overall.refused;
    form.querySelector("[data-decision]").classList.toggle("not-asked", overall.choices.length === 0);
}

function show(judgement) {
    sayStale("");
    judgement.domains.forEach(showDomain);
    for (const [id, asked] of Object.entries(judgement.asked)) {
        form.querySelector(`[data-question="${CSS.escape(id)}"]`).classList.toggle("not-asked", !asked);
    }
    showOverall(judgement.overall);
}

function sayStale(reason) {
    form.querySelector("[data-stale]").textContent = reason;
}

async function judge() {
    asking?.abort();
    asking = new AbortController();
    try {
        const response = await fetch(form.dataset.judge, {
            method: "POST", body: new FormData(form), credentials: "same-origin", signal: asking.signal,
        });
        if (response.ok) {
            show(await response.json());
        } else {
            sayStale(form.dataset.answered.replace("{}", response.status));
        }
    } catch (problem) {
        if (problem.name !== "AbortError") {
            sayStale(form.dataset.unreached);
        }
    }
}

form.addEventListener("change", judge);
// answers may be there already: a browser that comes back to the page or reloads it fills them in anew, and a quick
// curator gives some before this script is there
window.addEventListener("pageshow", judge);
