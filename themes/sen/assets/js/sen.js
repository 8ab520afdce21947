// What pages gain from JavaScript: today's date, buttons of the menu and where the reader is in it, slogans that
// move, printing and sharing, a form that goes to the news of a day.
// Nothing that is to be read depends on it.
(() => {
  "use strict";

  const weekdays = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"];
  const all = (selector, root = document) => root.querySelectorAll(selector);
  const two = (number) => String(number).padStart(2, "0");

  // "Thứ tư, 19/06/2024" in the site's zone, whatever the reader's is. `zone` is "+07:00".
  function today(zone) {
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(zone) ?? ["", "+", "07", "00"];
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
    const date = new Date(Date.now() + offset * 60_000);
    const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
    return `${weekdays[date.getUTCDay()]}, ${day}`;
  }

  document.documentElement.dataset.scripts = "";

  for (const place of all(".today")) {
    place.textContent = (place.dataset.label ?? "") + today(place.dataset.zone);
  }

  // Menu

  function toggle(button) {
    const opens = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(opens));
  }

  function close(menu, target) {
    for (const button of all(".open[aria-expanded=true]", menu)) {
      if (!button.parentElement.contains(target)) button.setAttribute("aria-expanded", "false");
    }
  }

  // Marks the link to this page, or to the list that this page is under. It is done here so that all pages
  // hold the same menu.
  function mark(menu) {
    const here = location.pathname;
    const links = [...all("a", menu)].filter((link) => link.origin === location.origin);
    const leads = (link) => here === link.pathname || (link.pathname.endsWith("/") && here.startsWith(link.pathname));
    const home = document.querySelector(".names a").pathname;
    const inside = links.filter((link) => leads(link) && (link.pathname !== home || here === home));
    const nearest = Math.max(...inside.map((link) => link.pathname.length));
    for (const link of inside.filter((link) => link.pathname.length === nearest)) {
      const state = link.pathname === here ? "page" : "true";
      link.setAttribute("aria-current", state);
      const above = link.closest(".parent")?.querySelector("a");
      if (above && !above.hasAttribute("aria-current")) above.setAttribute("aria-current", "true");
    }
  }

  for (const menu of all(".menu")) {
    mark(menu);
    for (const button of all("button", menu)) {
      button.addEventListener("click", () => toggle(button));
    }
    document.addEventListener("click", (event) => close(menu, event.target));
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget) close(menu, event.relatedTarget);
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const open = event.target.closest(".parent")?.querySelector(".open[aria-expanded=true]");
      if (open) {
        open.setAttribute("aria-expanded", "false");
        open.focus();
      }
    });
  }

  // Slogans: a line that is too short for them moves to its end and back, until a reader stops it.

  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function slide(line, button) {
    const text = line.firstElementChild;
    let moving;

    function say() {
      const paused = moving?.playState === "paused";
      button.classList.toggle("paused", paused);
      button.setAttribute("aria-label", paused ? button.dataset.play : button.dataset.pause);
    }

    function start() {
      const paused = moving?.playState === "paused";
      moving?.cancel();
      moving = undefined;
      // The button's place is in the line: it is asked for before the line is measured.
      button.hidden = still.matches || text.scrollWidth <= line.clientWidth + (button.hidden ? 0 : button.offsetWidth);
      line.style.overflow = button.hidden ? "" : "hidden";
      if (button.hidden) return;
      const way = line.clientWidth - text.scrollWidth;
      const from = { transform: "none" };
      const to = { transform: `translateX(${way}px)` };
      // 40 px in a second, and a rest of a tenth of the time at each end.
      moving = text.animate([from, { ...from, offset: 0.1 }, { ...to, offset: 0.9 }, to], {
        duration: Math.max(5000, -way * 31),
        direction: "alternate",
        iterations: Infinity,
      });
      if (paused) moving.pause();
      say();
    }

    button.addEventListener("click", () => {
      if (moving.playState === "paused") moving.play();
      else moving.pause();
      say();
    });
    still.addEventListener("change", start);
    let width = 0;
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width !== width) start();
      width = contentRect.width;
    }).observe(line.parentElement);
  }

  for (const slogans of all(".slogans")) {
    slide(slogans.querySelector("p"), slogans.querySelector(".pause"));
  }

  // Printing and sharing

  for (const button of all(".tools button")) {
    const { address, done, title } = button.dataset;
    if (button.className === "print") button.addEventListener("click", () => window.print());
    if (button.className === "copy") {
      // Browsers have no clipboard for pages without https.
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(address);
        button.textContent = done;
      });
    }
    if (button.className === "send" && navigator.share) {
      button.hidden = false;
      button.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
    }
  }

  // News by date. The sidebar may come later than this script (fragments.js): the form is asked when it is sent.

  const written = (time) => new Date(time).toISOString().slice(0, 10).split("-");
  const shown = (time) => written(time).reverse().join("/");
  const addressed = (time) => `${written(time).join("/")}/`;

  // The days with news of the month whose page has this address, as times.
  async function days(address, archive) {
    const answer = await fetch(address);
    if (!answer.ok) return [];
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...all(`a[href^="${archive}"]`, page)]
      .map((link) => /^(\d{4})\/(\d\d)\/(\d\d)\/$/.exec(link.getAttribute("href").slice(archive.length)))
      .filter(Boolean)
      .map(([, year, month, date]) => Date.UTC(year, month - 1, date));
  }

  // The day with news that is nearest to `time`; of two that are equally near, the earlier one. It is in the month
  // itself or in the nearest months with news before and after it, which the sidebar lists.
  async function nearest(time, archive) {
    const month = addressed(time).slice(0, 8);
    const listed = [...all(`.archive a[href^="${archive}"]`)]
      .map((link) => link.getAttribute("href").slice(archive.length))
      .filter((address) => address.length === month.length)
      .sort();
    const months = [
      listed.filter((address) => address < month).pop(),
      listed.find((address) => address === month),
      listed.find((address) => address > month),
    ];
    const found = await Promise.all(months.filter(Boolean).map((address) => days(archive + address, archive)));
    return found.flat().sort((a, b) => Math.abs(a - time) - Math.abs(b - time) || a - b)[0];
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest(".by-date");
    if (!form) return;
    event.preventDefault();
    const { archive } = form.dataset;
    const said = form.querySelector(".said");
    const [date, month, year] = ["day", "month", "year"].map((name) => Number(form.elements[name].value));
    const time = Date.UTC(year, month - 1, date);
    if (year < 1000 || new Date(time).getUTCDate() !== date || new Date(time).getUTCMonth() !== month - 1) {
      said.textContent = "Không có ngày này trong lịch.";
      return;
    }
    said.textContent = "Đang tìm…";
    const best = await nearest(time, archive).catch(() => undefined);
    if (best === undefined) {
      said.textContent = "Chưa tải được danh sách ngày có tin.";
      return;
    }
    said.textContent = best === time ? "" : `Ngày ${shown(time)} không có tin. Mở ngày gần nhất: ${shown(best)}.`;
    location.assign(`${archive}${addressed(best)}${best === time ? "" : `#thay-${written(time).join("-")}`}`);
  });

  // The page of the nearest day says what it stands in for.
  const asked = /^#thay-(\d{4})-(\d\d)-(\d\d)$/.exec(location.hash);
  if (asked) {
    const words = document.createElement("p");
    words.className = "said-here";
    words.setAttribute("role", "status");
    document.querySelector("h1").after(words);
    words.textContent = `Ngày ${asked.slice(1).reverse().join("/")} không có tin; đây là ngày gần nhất có tin.`;
  }
})();
