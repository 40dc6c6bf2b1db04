"use strict";
(() => {
  const { root, all, say } = page;

  /* The marks of paragraphs */

  function labelMarks() {
    for (const mark of all(".mark")) {
      const numbers = mark.textContent.slice(1);
      mark.title = say(
        `原文第${numbers}段`,
        `paragraph${numbers.includes("–") ? "s" : ""} ${numbers} of the article`,
      );
      mark.setAttribute("aria-label", mark.title);
    }
  }

  /* Sorting: upwards, downwards, and as it was */

  const next = { none: "ascending", ascending: "descending", descending: "none" };

  function words(cell) {
    const shown = cell.querySelector(`i[lang="${root.lang}"]`) ?? cell;
    return shown.textContent.trim();
  }

  function order(rows, column, direction) {
    const collator = new Intl.Collator(`${root.lang}-u-kn`);
    const down = direction === "descending" ? -1 : 1;
    const keys = new Map(rows.map((row) => {
      const cell = row.cells[column];
      const value = cell.dataset.value;
      return [row, { value: value === undefined ? null : Number(value), words: words(cell) }];
    }));
    const byValue = [...keys.values()].some((key) => key.value !== null);
    return [...rows].sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (byValue && (a.value === null || b.value === null)) {
        return (a.value === null) - (b.value === null);
      }
      return down * (byValue ? a.value - b.value : collator.compare(a.words, b.words));
    });
  }

  function addSorting(table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = next[head.getAttribute("aria-sort") ?? "none"];
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        if (direction !== "none") head.setAttribute("aria-sort", direction);
        body.append(...(direction === "none" ? rows : order(rows, column, direction)));
      });
    });
  }

  /* Filtering: every word has to be in an entry, in either language */

  const plain = (text) => text.normalize("NFKC").toLowerCase();

  function addFilter(input) {
    const entries = all("tbody tr, .node").map((element) => ({
      element,
      text: plain(element.matches("tr") ? element.textContent : ownText(element)),
    }));
    const sections = all("section").filter((section) => section.querySelector("tbody tr, .node"));
    input.addEventListener("input", () => {
      const wanted = plain(input.value).split(/\s+/).filter(Boolean);
      const found = entries.filter(({ text }) => wanted.every((word) => text.includes(word)));
      const kept = new Set();
      for (const { element } of found) {
        for (let one = element; one; one = one.parentElement.closest(".node")) kept.add(one);
        all(".node", element).forEach((one) => kept.add(one));
      }
      for (const { element } of entries) element.hidden = !kept.has(element);
      for (const section of sections) {
        section.hidden = !section.querySelector("tbody tr:not([hidden]), .node:not([hidden])");
      }
      document.getElementById("page_left").textContent = kept.size;
    });
  }

  function ownText(node) {
    return all(":scope > .own, :scope > details > .own, :scope > details > .lines", node)
      .map((part) => part.textContent).join(" ");
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.addEventListener("language", labelMarks);
    all("table.sortable").forEach(addSorting);
    const input = document.getElementById("page_filter");
    if (input) addFilter(input);
  });
})();
