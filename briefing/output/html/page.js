"use strict";
(() => {
  const { root, all, recall, keep, say, make } = page;
  const find = (id) => (id ? document.getElementById(id) : null);

  /* Paragraph marks: each opens a panel with the words that bear the claim out */

  let panel;
  let opener;

  function labelMarks() {
    for (const mark of all("a.mark")) {
      const numbers = mark.textContent.slice(1);
      mark.title = say(
        `原文第${numbers}段`,
        `paragraph${numbers.includes("–") ? "s" : ""} ${numbers} of the article`,
      );
      mark.setAttribute("aria-label", mark.title);
      mark.setAttribute("aria-haspopup", "dialog");
    }
  }

  function tellPassage(id) {
    const item = find(id);
    const list = item.closest(".passages");
    const heading = list.querySelector("h3").firstChild.textContent.trim();
    const order = list.dataset.of === "1" ? "" : say(
      `${heading} 摘引 ${list.dataset.of} 处，此为第 ${item.value} 处`,
      `${heading}: passage ${item.value} of the ${list.dataset.of} cited there`,
    );
    const copy = item.cloneNode(true);
    copy.removeAttribute("id");
    for (const one of all("a.here", copy)) one.remove();
    return make("div", [...copy.childNodes, make("p", order, { class: "order" })], { class: "passage", lang: "en" });
  }

  function openEvidence(mark) {
    const numbers = mark.textContent;
    const whole = make("a", say(`${numbers} 全部出处`, `all of ${numbers}`), { href: mark.hash });
    openPanel(mark, whole, mark.dataset.at.split(" ").map(tellPassage));
  }

  function openPointing(summary) {
    const links = all("a", summary.parentElement).map((link) => make("li", link.cloneNode(true)));
    openPanel(summary, make("span", summary.title), [make("ul", links)]);
  }

  /* Tell of an entry that stands far below, in a part that may be closed. */
  function openEntry(link, row) {
    const own = row.querySelector("th, td").cloneNode(true);
    const remarks = all(".remark", own);
    for (const remark of remarks) remark.remove();
    const name = make("a", [...own.childNodes], { href: link.hash });
    for (const inner of name.querySelectorAll("a")) inner.replaceWith(...inner.childNodes);
    const cells = [...row.cells].filter((cell) => !cell.matches("th, .id") && cell.textContent.trim());
    const told = cells.slice(row.querySelector("th") ? 0 : 1).flatMap((cell) => [
      make("dt", cell.dataset.label ?? ""),
      make("dd", [...cell.cloneNode(true).childNodes]),
    ]);
    for (const { lang, remark } of remarks.map((one) => ({ lang: one.parentElement?.lang, remark: one }))) {
      told.push(make("dd", [...remark.childNodes], lang ? { lang } : {}));
    }
    const pointing = all(".from a", row).map((one) => make("li", one.cloneNode(true)));
    const list = pointing.length ? [make("p", say("提到本条的条目", "what names it"), { class: "order" }), make("ul", pointing)] : [];
    openPanel(link, name, [make("dl", told), ...list]);
  }

  /* Show a panel beside what opens it, with a head and what it has to tell. */
  function openPanel(by, head, told) {
    const close = make("button", "×", { type: "button", class: "close", "aria-label": say("关闭", "Close") });
    close.addEventListener("click", () => panel.hidePopover());
    panel.replaceChildren(make("p", [head, close], { class: "head" }), ...told);
    panel.setAttribute("aria-label", by.getAttribute("aria-label"));
    opener = by;
    panel.showPopover();
    by.setAttribute("aria-expanded", "true");
    const at = by.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = panel;
    const below = at.bottom + 6 + height < innerHeight;
    panel.style.left = `${Math.max(8, Math.min(at.left - 24, innerWidth - width - 16))}px`;
    panel.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`;
    panel.scrollTop = 0;
    panel.focus();
  }

  function addPanel() {
    panel = make("div", [], { id: "page_panel", popover: "auto", role: "dialog", tabindex: "-1" });
    document.body.append(panel);
    panel.addEventListener("toggle", (event) => {
      if (event.newState === "closed") opener?.removeAttribute("aria-expanded");
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest?.("#page_panel a")) panel.hidePopover();
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const link = event.target.closest?.("main > :not(.appendix) a:not(.mark, .here)");
      const entry = link?.hash ? find(decodeURIComponent(link.hash.slice(1))) : null;
      if (entry?.matches(".appendix tr")) {
        event.preventDefault();
        openEntry(link, entry);
        return;
      }
      const by = event.target.closest?.("a.mark[data-at], .from > summary");
      if (!by) return;
      event.preventDefault();
      if (by === opener && wasOpen) return;
      if (by.matches(".mark")) openEvidence(by);
      else openPointing(by);
    });
    /* A click outside closes the panel before it is known to be on what has opened it. */
    let wasOpen = false;
    document.addEventListener("pointerdown", () => { wasOpen = panel.matches(":popover-open"); }, true);
    document.addEventListener("keydown", () => { wasOpen = false; }, true);
    document.addEventListener("language", () => panel.matches(":popover-open") && panel.hidePopover());
    addEventListener("scroll", () => {
      if (panel.matches(":popover-open") && !panel.matches(":hover, :focus-within")) panel.hidePopover();
    }, { passive: true });
  }

  /* Links to where one is: each goes there, and copies the address */

  function copyAddress(event) {
    const link = event.target.closest?.("a.here");
    if (!link) return;
    navigator.clipboard?.writeText(link.href).then(() => {
      link.textContent = "✓";
      setTimeout(() => { link.textContent = "#"; }, 1500);
    }, () => {});
  }

  function addPermalinks() {
    for (const element of all("main [id]:is(h2, h3, tr, .node), footer h2")) {
      const link = make("a", "#", { href: `#${element.id}`, class: "here" });
      if (element.matches("tr")) element.cells[element.cells.length - 1].append(" ", link);
      else if (element.closest("summary")) element.closest("details").before(link);
      else (element.querySelector(":scope > .around") ?? element).append(" ", link);
    }
  }

  function labelPermalinks() {
    for (const one of all(".article")) one.textContent = say("文章自述", "says the article itself");
    for (const link of all("a.here")) {
      link.title = decodeURIComponent(link.hash);
      link.setAttribute("aria-label", `${say("本条链接", "link to here")} ${link.title}`);
    }
    for (const { parentElement, textContent } of all(".from > summary")) {
      const count = textContent.replace(/\D/g, "");
      const label = say(`提到本条的条目有 ${count} 条`, `Named in ${count} ${count === "1" ? "entry" : "entries"}`);
      parentElement.firstElementChild.title = label;
      parentElement.firstElementChild.setAttribute("aria-label", label);
    }
  }

  /* Links that show an id show the name of what they lead to */

  const longest = { zh: 24, en: 60 };

  /* Return a copy of a piece of a name without links, cut where it is a whole sentence. */
  function copyName(piece) {
    const copy = piece.nodeName === "A" ? make("span", [...piece.cloneNode(true).childNodes]) : piece.cloneNode(true);
    const most = longest[copy.lang] ?? longest.en;
    if (copy.nodeType !== Node.ELEMENT_NODE) return copy;
    /* What is remarked in brackets at the end of a name is told where the link leads. */
    const name = copy.textContent.replace(/(?<=.)[ ]?[（(][^（()）]*[)）]$/, "");
    copy.textContent = name.length > most ? `${name.slice(0, most).replace(/[ ]\S*$/, "")}…` : name;
    return copy;
  }

  function nameLinks() {
    const nodes = new Map();
    for (const link of all(".from a, .passages ol ul > li > a")) {
      const id = decodeURIComponent(link.hash.slice(1));
      if (!nodes.has(id)) {
        const name = find(id)?.querySelector("th, .own b, td");
        const whole = name?.cloneNode(true);
        for (const remark of all(".remark", whole ?? document.createElement("p"))) remark.remove();
        const parts = [...(whole?.childNodes ?? [])];
        nodes.set(id, name ? parts.map(copyName) : null);
      }
      const name = nodes.get(id);
      if (!name) continue;
      link.title = id;
      link.replaceChildren(...name.map((one) => one.cloneNode(true)));
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
      const value = cell.dataset.value ?? cell.textContent.match(/^¶(\d+)/)?.[1];
      return [row, { value: value === undefined ? null : Number(value), words: words(cell) }];
    }));
    const byValue = [...keys.values()].some((key) => key.value !== null);
    const empty = (key) => (byValue ? key.value === null : !key.words);
    return [...rows].sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (empty(a) || empty(b)) return empty(a) - empty(b);
      return down * (byValue ? a.value - b.value : collator.compare(a.words, b.words));
    });
  }

  function keepSorting() {
    const sorted = all("th[aria-sort]").map((head) => {
      const table = head.closest("table").getAttribute("aria-labelledby");
      return `${table}.${head.cellIndex}.${head.getAttribute("aria-sort")}`;
    });
    keep("sort", sorted.join(" "));
  }

  function addSorting(table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    const name = table.getAttribute("aria-labelledby");
    const choice = make("select");

    function sort(column, direction) {
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      if (direction !== "none") heads[column].setAttribute("aria-sort", direction);
      body.append(...(direction === "none" ? rows : order(rows, column, direction)));
      choice.value = direction === "none" ? "" : `${column}.${direction}`;
    }

    heads.forEach((head, column) => {
      if (head.classList.contains("id")) return;
      const button = make("button", [...head.childNodes], { type: "button" });
      head.append(button);
      button.addEventListener("click", () => {
        sort(column, next[head.getAttribute("aria-sort") ?? "none"]);
        keepSorting();
      });
    });
    choice.addEventListener("change", () => {
      const [column, direction] = choice.value ? choice.value.split(".") : ["0", "none"];
      sort(Number(column), direction);
      keepSorting();
    });
    const label = make("label", [make("span"), " ", choice], { class: "sortby" });
    if (rows.length > 5) table.before(label);
    function nameChoices() {
      label.firstChild.textContent = say("排序", "Sort");
      const chosen = choice.value;
      choice.replaceChildren(make("option", say("原文次序", "original order"), { value: "" }));
      heads.forEach((head, column) => {
        if (head.classList.contains("id")) return;
        for (const [direction, arrow] of [["ascending", "↑"], ["descending", "↓"]]) {
          choice.append(make("option", `${words(head)} ${arrow}`, { value: `${column}.${direction}` }));
        }
      });
      choice.value = chosen;
    }
    nameChoices();
    document.addEventListener("language", nameChoices);
    for (const said of (recall("sort") ?? "").split(" ")) {
      const [of, column, direction] = said.split(".");
      if (of === name && heads[column] && direction in next) sort(Number(column), direction);
    }
  }

  /* Where rows are cards, each cell says what it is. */

  function labelCells() {
    for (const table of all("main table")) {
      const labels = [...table.tHead.rows[0].cells].map((head) => {
        if (head.matches(":first-child, .name, .paragraph, .id, .snippet")) return "";
        const [zh, en] = ["zh", "en"].map((lang) => head.querySelector(`i[lang=${lang}]`)?.textContent);
        const text = { zh, en, both: zh && `${zh} ${en}` }[root.dataset.lang] ?? words(head);
        return table.matches(".side") ? text : text + (root.dataset.lang === "zh" ? "：" : ": ");
      });
      for (const row of table.tBodies[0].rows) {
        labels.forEach((label, column) => {
          if (label) row.cells[column].dataset.label = label;
        });
      }
    }
  }

  /* Filtering: every word has to be in an entry, in either language */

  /* Lüliang is found as Lvliang, and an accent makes no difference. */
  const plain = (text) => text.normalize("NFKC").toLowerCase().replaceAll("ü", "v")
    .normalize("NFD").replace(/\p{M}/gu, "");

  /* Words in Latin script begin where the word that is typed does; Chinese has no such places. */
  const pattern = (word) => {
    const written = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(/^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${written}` : written, "g");
  };

  function ownText(element) {
    const parts = element.matches("tr")
      ? [...element.cells].filter((cell) => !cell.classList.contains("id"))
      : all(":scope > .own, :scope > details > .own, :scope > details > .lines", element);
    const id = (element.id ?? "").replace(/_\d+$/, "");
    return [id, ...parts.map((part) => part.textContent)].join(" ");
  }

  function markMatches(wanted, elements) {
    if (!window.Highlight) return;
    CSS.highlights.delete("found");
    if (!wanted.length) return;
    const ranges = [];
    for (const element of elements) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.textContent.toLowerCase();
        for (const word of wanted) {
          for (const found of text.matchAll(word)) {
            const range = new Range();
            range.setStart(texts.currentNode, found.index);
            range.setEnd(texts.currentNode, found.index + found[0].length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function addFilter(input) {
    const entries = all("main :is(tbody tr, .node)").map((element) => ({ element, text: plain(ownText(element)) }));
    const sections = all("main section").filter((section) => section.querySelector("tbody tr, .node"));
    const isNamed = (element) => element.closest(".appendix") !== null;
    const nothing = find("page_nothing");
    const opened = new Set();

    function filter() {
      const wanted = plain(input.value).split(/\s+/).filter(Boolean).map(pattern);
      const found = entries.filter(({ text }) => wanted.every((word) => text.search(word) >= 0));
      const kept = new Set();
      for (const { element } of found) {
        for (let one = element; one; one = one.parentElement.closest(".node")) kept.add(one);
        all(".node", element).forEach((one) => kept.add(one));
      }
      for (const { element } of entries) element.hidden = !kept.has(element);
      for (const section of sections) {
        section.hidden = !section.querySelector("tbody tr:not([hidden]), .node:not([hidden])");
      }
      root.classList.toggle("filtering", wanted.length > 0);
      for (const details of opened) details.open = false;
      opened.clear();
      if (wanted.length) {
        for (const { element } of found) {
          for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) {
            if (!one.open) opened.add(one);
            one.open = true;
          }
        }
      }
      find("page_left").textContent = [...kept].filter((element) => !isNamed(element)).length;
      nothing.hidden = kept.size > 0;
      markMatches(wanted, found.map(({ element }) => element));
      keep("q", input.value.trim());
    }

    function clear() {
      input.value = "";
      filter();
    }

    input.addEventListener("input", () => {
      filter();
      const main = document.querySelector("main");
      if (main.getBoundingClientRect().top < 0) main.scrollIntoView({ behavior: "instant" });
    });
    nothing.querySelector("button").addEventListener("click", () => {
      clear();
      input.focus();
    });
    input.value = recall("q") ?? "";
    if (input.value) filter();
    return clear;
  }

  /* Parts that open: those that are not as they were at first are kept in the address */

  function keyOf(details) {
    const own = details.querySelector(":scope > summary h2")?.id;
    const around = details.closest("[id]")?.id;
    return own ?? (details.classList.contains("from") ? `${around}~` : around);
  }

  function addParts() {
    const parts = all("main details").filter(keyOf);
    const first = new Map(parts.map((details) => [details, details.open]));
    const changed = new Set((recall("parts") ?? "").split(" "));
    for (const details of parts) {
      if (changed.has(keyOf(details))) details.open = !details.open;
      if (details.open) openedByHand.add(details);
      details.querySelector(":scope > summary").addEventListener("click", () => openedByHand.add(details));
      details.addEventListener("toggle", () => {
        if (root.classList.contains("filtering")) return;
        const now = parts.filter((one) => one.open !== first.get(one)).map(keyOf);
        keep("parts", now.join(" "));
      });
    }
  }

  /* A link into a closed part opens it, and one to what the filter hides clears the filter */

  let revealed = [];
  const openedByHand = new Set();

  /* Open a part that the reader has not opened, until the address leads elsewhere. Browsers open it
     before they tell that the address has changed. */
  function unfold(details) {
    if (details.matches(".fold") && !openedByHand.has(details)) revealed.push(details);
    details.open = true;
  }

  function reveal(clear) {
    const target = find(decodeURIComponent(location.hash.slice(1)));
    for (const one of revealed) if (!target || !one.parentElement.contains(target)) one.open = false;
    revealed = revealed.filter((one) => one.open);
    if (!target) return;
    if (clear && target.closest("[hidden]")) clear();
    for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) {
      if (!target.contains(one) && target !== one) unfold(one);
    }
    const inside = target.querySelector(":scope > details.fold");
    if (inside) unfold(inside);
    const fold = target.matches("h2") ? target.closest("details.fold") : null;
    if (fold) unfold(fold);
    target.scrollIntoView({ behavior: "instant" });
  }

  /* Contents that follow */

  function addContents(nav) {
    const links = new Map(all("a", nav).map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
    const heads = [...links.keys()].map(find);
    const details = nav.querySelector("details");
    const here = make("span", [], { class: "now" });
    nav.querySelector("summary").append(" ", here);
    const wide = matchMedia("(min-width: 72rem)");
    const fit = () => { details.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
    nav.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) details.open = false;
    });
    let current;
    function follow() {
      const line = 140;
      const shown = heads.filter((head) => head.offsetParent);
      const end = innerHeight + scrollY >= root.scrollHeight - 2;
      const passed = end ? shown : shown.filter((head) => head.getBoundingClientRect().top < line);
      const now = passed.at(-1) ?? null;
      for (const head of heads) links.get(head.id).parentElement.hidden = !head.offsetParent;
      if (now === current) return;
      current = now;
      for (const [id, link] of links) {
        if (id === now?.id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      here.replaceChildren(...(now ? ["· ", ...[...links.get(now.id).childNodes].map((one) => one.cloneNode(true))] : []));
    }
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    }, { passive: true });
    document.addEventListener("language", follow);
    document.addEventListener("input", follow);
    follow();
  }

  /* The citation to copy, and the data to save */

  function addCopying(button) {
    const status = button.parentElement.querySelector(".done");
    button.addEventListener("click", async () => {
      const citation = button.parentElement.querySelector(".citation");
      const shown = [...citation.children].filter((one) => one.offsetParent).map((one) => one.textContent);
      try {
        await navigator.clipboard.writeText(shown.join("\n"));
        status.textContent = say("已复制", "copied");
      } catch {
        getSelection().selectAllChildren(citation);
        status.textContent = say("已选中，请按复制键", "selected: press the keys that copy");
      }
    });
  }

  function addSaving(button) {
    const held = button.parentElement.querySelector(`script[data-file$=".${button.dataset.kind}"]`);
    button.addEventListener("click", async () => {
      const packed = Uint8Array.from(atob(held.textContent), (one) => one.charCodeAt(0));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      const blob = await new Response(stream).blob();
      const link = make("a", [], { href: URL.createObjectURL(blob), download: held.dataset.file });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const label = () => { labelMarks(); labelPermalinks(); labelCells(); };
    addPermalinks();
    for (const one of all(".passages .own")) one.append(" ", make("span", [], { class: "remark article" }));
    label();
    document.addEventListener("language", label);
    addPanel();
    all("table.sortable").forEach(addSorting);
    nameLinks();
    addParts();
    const input = find("page_filter");
    if (input) {
      const hint = () => { input.placeholder = input.labels[0].innerText || say("筛选", "Filter"); };
      hint();
      document.addEventListener("language", hint);
    }
    const clear = input ? addFilter(input) : null;
    const nav = document.querySelector("nav");
    if (nav) addContents(nav);
    all("button.copy").forEach(addCopying);
    all("button.save").forEach(addSaving);
    document.addEventListener("click", copyAddress);
    addEventListener("popstate", () => reveal(clear));
    if (location.hash) reveal(clear);
  });
})();
