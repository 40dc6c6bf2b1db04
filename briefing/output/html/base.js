"use strict";

/* What all pages share: the language, and what the address says of the page. */
const page = (() => {
  const root = document.documentElement;
  root.classList.add("js");
  const shownIn = { zh: "zh", en: "en", both: "zh" };

  const all = (css, within = document) => [...within.querySelectorAll(css)];

  /* Return what the address says under a name, or null. */
  const recall = (name) => new URLSearchParams(location.search).get(name);

  /* Write a value into the address, or take the name out of it where there is none. */
  function keep(name, value) {
    const said = new URLSearchParams(location.search);
    if (value) said.set(name, value);
    else said.delete(name);
    const query = said.toString();
    try {
      const address = (query ? `?${query}` : location.pathname) + location.hash;
      history.replaceState(history.state, "", address);
    } catch {
      /* Some browsers let no file change its address: the page works all the same. */
    }
  }

  /* Return words in the language that is shown, or in both. */
  const say = (zh, en) => ({ zh, en, both: `${zh} · ${en}` })[root.dataset.lang];

  /* Return an element with some text or other elements in it. */
  function make(tag, content = [], attributes = {}) {
    const made = document.createElement(tag);
    made.append(...[content].flat());
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function show(lang) {
    root.dataset.lang = lang;
    root.lang = shownIn[lang];
    const title = document.querySelector("title");
    title.textContent = lang === "en" ? title.dataset.en : title.dataset.zh;
    document.dispatchEvent(new Event("language"));
  }

  /* Do something that changes the height of the page, and keep what the reader looks at in place. */
  function hold(change) {
    const seen = [0.5, 0.3, 0.7]
      .map((share) => document.elementFromPoint(innerWidth * share, 240)?.closest("tbody tr, li, p, dd, section"))
      .find(Boolean);
    const before = seen?.getBoundingClientRect().top;
    root.style.overflowAnchor = "none"; /* the browser is not to do the same once more */
    change();
    if (!seen || !scrollY) {
      root.style.overflowAnchor = "";
      return;
    }
    let frames = 6; /* what is drawn only when it is near may move it again */
    (function move() {
      const by = seen.getBoundingClientRect().top - before;
      if (Math.abs(by) >= 1) scrollBy({ top: by, behavior: "instant" });
      frames -= 1;
      if (frames) requestAnimationFrame(move);
      else root.style.overflowAnchor = "";
    })();
  }

  const first = root.dataset.lang;
  const asked = recall("lang");
  if (asked in shownIn) root.dataset.lang = asked;

  document.addEventListener("DOMContentLoaded", () => {
    for (const choice of all(".switch input")) {
      choice.checked = choice.value === root.dataset.lang;
      choice.addEventListener("change", () => {
        hold(() => show(choice.value));
        keep("lang", choice.value === first ? null : choice.value);
      });
    }
    show(root.dataset.lang);
  });

  return { root, all, recall, keep, say, make };
})();
