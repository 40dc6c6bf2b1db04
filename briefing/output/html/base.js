"use strict";

/* What all pages share: the language, and what the address says of the page. */
const page = (() => {
  const root = document.documentElement;
  root.classList.add("js");
  const shownIn = { zh: "zh-Hans", en: "en", both: "zh-Hans" };

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
      history.replaceState(history.state, "", (query ? `?${query}` : location.pathname) + location.hash);
    } catch {
      /* Some browsers let no file change its address: the page works all the same. */
    }
  }

  /* Return words in the language that is shown, or in both. */
  const say = (zh, en) => ({ zh, en, both: `${zh} · ${en}` })[root.dataset.lang];

  function show(lang) {
    root.dataset.lang = lang;
    root.lang = shownIn[lang];
    const title = document.querySelector("title");
    title.textContent = lang === "en" ? title.dataset.en : title.dataset.zh;
    document.dispatchEvent(new Event("language"));
  }

  const first = root.dataset.lang;
  const asked = recall("lang");
  if (asked in shownIn) root.dataset.lang = asked;

  document.addEventListener("DOMContentLoaded", () => {
    for (const choice of all(".switch input")) {
      choice.checked = choice.value === root.dataset.lang;
      choice.addEventListener("change", () => {
        show(choice.value);
        keep("lang", choice.value === first ? null : choice.value);
      });
    }
    show(root.dataset.lang);
  });

  return { root, all, recall, keep, say };
})();
