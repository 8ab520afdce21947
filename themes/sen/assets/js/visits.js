// Tells the counting service that somebody reads the page and shows the newest numbers: docs/visits.md.
// `#khong-dem` in an address leaves this browser out, `#dem` lets it in again.
(() => {
  "use strict";

  const { url, id = "", before = 0, grouped } = document.currentScript.dataset;
  const written = (number, groups) => (groups ? `${number}`.replace(/\B(?=(\d{3})+$)/g, ".") : `${number}`);

  const showVisits = (total, tries) => {
    const counter = document.querySelector(".counter");
    // As a fragment it comes later.
    if (!counter) return tries && setTimeout(showVisits, 500, total, tries - 1);
    const cells = [...`${total}`].map((digit) => {
      const cell = document.createElement("span");
      cell.ariaHidden = "true";
      cell.textContent = digit;
      return cell;
    });
    const number = counter.firstElementChild;
    number.textContent = written(total, true);
    counter.replaceChildren(number, ...cells);
    counter.parentElement.classList.remove("waiting");
  };

  const show = ({ site, article }) => {
    if (site) showVisits(site, 9);
    const views = document.querySelector("[data-views]");
    if (!article || !views) return;
    views.textContent = written(article + +before, grouped !== undefined);
    views.parentElement.classList.remove("waiting");
  };

  const isLeftOut = () => {
    try {
      if (location.hash === "#khong-dem") localStorage.bantin = "khong-dem";
      if (location.hash === "#dem") localStorage.removeItem("bantin");
      return localStorage.bantin === "khong-dem";
    } catch {
      return false;
    }
  };

  const ask = () => {
    const [entry] = performance.getEntriesByType("navigation");
    const hit = {
      id,
      nav: entry?.type === "navigate",
      new: !document.referrer.startsWith(`${location.origin}/`),
    };
    const request = isLeftOut()
      ? fetch(`${url}counts?id=${encodeURIComponent(id)}`)
      : fetch(`${url}hit`, { method: "POST", body: JSON.stringify(hit), keepalive: true });
    request.then((answer) => answer.ok && answer.json()).then((numbers) => numbers && show(numbers)).catch(() => {});
  };

  // A page in a frame, or one that nobody has turned to yet, is not read.
  if (window.top !== window) return;
  const isSeen = () => document.visibilityState === "visible" && !document.prerendering;
  const start = () => {
    if (!isSeen()) return;
    for (const event of ["visibilitychange", "prerenderingchange"]) document.removeEventListener(event, start);
    ask();
  };
  for (const event of ["visibilitychange", "prerenderingchange"]) document.addEventListener(event, start);
  start();
})();
