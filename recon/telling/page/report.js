// Filters the list of findings, and draws the sum of the chosen one over its cells. No network, no storage.
(() => {
  "use strict";
  const items = [...document.querySelectorAll("ol.findings > li")];
  const filters = [...document.querySelectorAll("form.filters select")];
  const shown = document.getElementById("shown");
  const sum = document.getElementById("sum");
  let marked = [];
  let chosen = null;

  const filter = () => {
    let count = 0;
    for (const item of items) {
      const fits = filters.every((each) => !each.value || item.dataset[each.name] === each.value);
      item.hidden = !fits;
      count += fits;
    }
    if (shown) shown.textContent = shown.dataset.text.replace("{count}", count).replace("{all}", items.length);
  };

  const clear = () => {
    for (const cell of marked) cell.classList.remove("is-total", "is-part");
    for (const drawn of document.querySelectorAll("svg.lines")) drawn.remove();
    if (chosen) chosen.removeAttribute("aria-current");
    marked = [];
  };

  const NS = "http://www.w3.org/2000/svg";
  const middle = (box, origin) => [box.left - origin.left + box.width / 2, box.top - origin.top + box.height / 2];

  const line = (origin, box, to, sign) => {
    const [x1, y1] = middle(box, origin);
    const [x2, y2] = to;
    const path = document.createElementNS(NS, "path");
    if (Math.abs(y2 - y1) < box.height / 2) {
      // In one row the line goes over the figures: through them it would read as striking them out.
      const edge = y1 - box.height / 2, lift = Math.min(60, 8 + Math.abs(x2 - x1) / 12);
      path.setAttribute("d", `M${x1},${edge} C${x1},${edge - lift} ${x2},${edge - lift} ${x2},${edge}`);
    } else {
      const bend = Math.min(80, 20 + Math.abs(y2 - y1) / 4) + (Math.abs(x2 - x1) > 4 ? 0 : 20);
      path.setAttribute("d", `M${x1},${y1} C${x1 + bend},${y1} ${x2 + bend},${y2} ${x2},${y2}`);
    }
    const text = document.createElementNS(NS, "text");
    text.setAttribute("x", x1 + box.width / 2 - 12);
    text.setAttribute("y", y1 - box.height / 2 + 11);
    text.textContent = sign;
    return [path, text];
  };

  const draw = (item) => {
    const total = document.getElementById(item.dataset.total);
    if (!total) return;
    const named = item.dataset.parts.split(" ").filter(Boolean);
    const parts = named.map((each) => [document.getElementById(each.slice(1)), each[0] === "-" ? "−" : "+"])
      .filter(([part]) => part && part !== total);
    marked = [total, ...parts.map(([part]) => part)];
    total.classList.add("is-total");
    for (const [part] of parts) part.classList.add("is-part");
    const board = total.closest(".board");
    // All places are read before anything is drawn: each look after a change would lay the page out anew.
    const origin = board.getBoundingClientRect();
    const to = middle(total.getBoundingClientRect(), origin);
    const boxes = parts.filter(([part]) => part.closest(".board") === board)
      .map(([part, sign]) => [part.getBoundingClientRect(), sign]);
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("class", "lines");
    svg.setAttribute("aria-hidden", "true");
    for (const [box, sign] of boxes) svg.append(...line(origin, box, to, sign));
    board.append(svg);
  };

  const choose = (item, move) => {
    clear();
    chosen = item;
    item.setAttribute("aria-current", "true");
    sum.textContent = item.dataset.sum || item.querySelector(".said").textContent;
    const total = document.getElementById(item.dataset.total);
    if (total && move) total.scrollIntoView({ block: "center", inline: "nearest" });
    draw(item);
  };

  for (const each of filters) each.addEventListener("change", filter);
  for (const item of items) item.querySelector("button").addEventListener("click", () => choose(item, true));
  const heat = document.getElementById("heat");
  if (heat) heat.addEventListener("change", () => document.body.classList.toggle("heat", heat.checked));
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("select, input") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") { clear(); sum.textContent = ""; chosen = null; return; }
    if (event.key !== "j" && event.key !== "k") return;
    const visible = items.filter((item) => !item.hidden);
    const at = visible.indexOf(chosen) + (event.key === "j" ? 1 : -1);
    const next = visible[Math.max(0, Math.min(visible.length - 1, at))];
    if (next) { next.querySelector("button").focus(); choose(next, true); }
  });
  window.addEventListener("resize", () => { if (chosen) choose(chosen, false); });
  filter();
})();
