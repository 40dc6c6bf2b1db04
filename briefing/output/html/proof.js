
(() => {
  const { all, recall, keep } = page;
  const title = (element) => page.say(element.dataset.zh, element.dataset.en);

  /* What belongs together: the marks of a stretch of text, and the claims that rest on them */

  const marksOf = (element) => (element.dataset.m ?? "").split(" ").filter(Boolean);

  function marksAt(element) {
    const text = element.closest(".at");
    if (!text) return marksOf(element.closest(".claim") ?? element);
    return [text, ...all("[data-m]", text)].flatMap(marksOf);
  }

  const shining = { lit: [], held: [] };

  function light(element, name, by = element) {
    for (const one of shining[name]) one.classList.remove(name);
    shining[name] = [];
    const passage = by?.closest(".passage");
    if (!passage) return;
    const marks = new Set(marksAt(by));
    if (!marks.size) return;
    shining[name] = all("[data-m]", passage).filter(
      (one) => marksOf(one).some((mark) => marks.has(mark)),
    );
    for (const one of shining[name]) one.classList.add(name);
  }

  let clicked = null;
  const held = (event) => event.target.closest?.(".at, .claim");

  function addLight() {
    document.addEventListener("pointerover", (event) => light(held(event), "lit"));
    document.addEventListener("focusin", (event) => light(held(event), "lit"));
    addEventListener("hashchange", showTarget);
    document.addEventListener("click", (event) => { clicked = event.target.closest?.(".at") ?? null; }, true);
    showTarget();
  }

  function showTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    /* All that rests on a passage is held, though its link leads to the first of it only. */
    light(target, "held", clicked && target?.closest(".passage") === clicked.closest(".passage") ? clicked : target);
    clicked = null;
    const focused = target?.closest(".at, .claim, .issue");
    focused?.focus({ preventScroll: true });
    if (focused) last = focused;
    if (target) settle(target, 0);
  }

  /* Go to a place again while paragraphs above it, drawn only now, move it. */
  function settle(target, times) {
    const before = target.getBoundingClientRect().top;
    requestAnimationFrame(() => {
      if (times && Math.abs(target.getBoundingClientRect().top - before) < 2) return;
      target.scrollIntoView({ behavior: "instant" });
      if (times < 8) settle(target, times + 1);
    });
  }

  /* Moving through the page */

  let last = null;

  function places(kind) {
    if (kind === "at") return all(".at").filter((one) => one.dataset.m || one.querySelector("[data-m]"));
    return all(`.issue[data-step~="${kind}"]`).map(
      (one) => document.getElementById(one.dataset.at ?? "") ?? one,
    );
  }

  /* Return the element from which to go on: where one is, or else what is at the top of the window. */
  function here() {
    const active = document.activeElement;
    if (active?.closest("main")) return active;
    if (last) return last;
    if (scrollY < 200) return null;
    return all(".passage").find((one) => one.getBoundingClientRect().bottom > 120);
  }

  function step(kind, way) {
    const found = places(kind);
    if (!found.length) return;
    const from = here();
    const behind = (one) =>
      !from || from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    const own = from ? found.findIndex((one) => one === from || one.closest(".at") === from) : -1;
    let at = own >= 0 ? own + way : found.findIndex(behind);
    if (own < 0 && at < 0) at = found.length;
    if (own < 0 && way < 0) at -= 1;
    at = (at + found.length) % found.length;
    go(found[at]);
    document.getElementById("page_step").textContent = `${at + 1} / ${found.length}`;
  }

  function go(place) {
    const focused = place.closest(".at, .issue") ?? place;
    last = focused;
    if (place.id) location.replace(`#${place.id}`);
    focused.focus({ preventScroll: true });
    focused.scrollIntoView({ block: "center" });
    light(focused, "held");
  }

  /* Keys: letters that the box at the top switches off, and none while something is typed */

  const KEYS = { g: "gap", b: "problem", t: "note", n: "at" };

  function addSteps() {
    const box = document.getElementById("page_keys");
    box.checked = recall("keys") !== "off";
    box.addEventListener("change", () => keep("keys", box.checked ? null : "off"));
    for (const button of all("[data-to]")) {
      button.addEventListener("click", () => step(button.dataset.to, Number(button.dataset.way)));
    }
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") light(null, "held");
      if (!box.checked || event.target.closest("input:not([type=checkbox], [type=radio]), textarea")) return;
      const kind = KEYS[event.key.toLowerCase()];
      if (!kind) return;
      event.preventDefault();
      step(kind, event.shiftKey ? -1 : 1);
    });
    document.addEventListener("language", () => {
      for (const button of all("[data-to]")) {
        button.title = title(button);
        button.setAttribute("aria-label", button.title);
      }
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    addSteps();
    addLight();
  });
})();
